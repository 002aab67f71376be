import { Button, Checkbox, Kbd, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useKeys } from '../../app/keys/keys-provider.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ElsewhereDialog } from './elsewhere-dialog.js';
import classes from './inbox.module.css';
import { type Conversation, inboxActs, type MatchSuggestion, matchSuggestions } from './inbox-api.js';
import type { ConversationActing } from './use-conversation-act.js';

interface Props {
  readonly conversation: Conversation;
  readonly acting: ConversationActing;
}

/** Where a mail may belong that was matched to nothing; one key takes the likeliest, and the sender can be learnt. */
export function MatchPanel({ conversation, acting }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const { data, error, isPending } = useQuery(matchSuggestions(conversation.id));
  const [isTaught, setTaught] = useState(false);
  const [isElsewhere, setElsewhere] = useState(false);
  const last = conversation.messages.findLast(({ direction }) => direction === 'in');
  const take = (suggestion: Pick<MatchSuggestion, 'pitchId' | 'siteId' | 'contactId'> | undefined) => {
    const where = suggestion && placeOf(suggestion);
    if (!where) return;
    void acting.act(() => inboxActs.match(conversation.id, { ...where, teach: isTaught }), {
      says: t.text(isTaught ? 'inbox.match.taught' : 'inbox.match.done'),
    });
  };
  useKeys(
    mayWrite && data?.[0] ? [{ keys: 'u', label: t.text('inbox.keys.match'), run: () => take(data[0]) }] : [],
  );
  return (
    <section className={classes['match']} aria-label={t.text('inbox.match.label')}>
      <p>
        <b>{t.text('inbox.match.title')}</b>{' '}
        <span className={classes['quiet']}>{t.text('inbox.match.note')}</span>
      </p>
      <ProblemAlert error={error} />
      {isPending && <Skeleton h={40} />}
      {data?.length === 0 && <p className={classes['quiet']}>{t.text('inbox.match.none')}</p>}
      <ul className={classes['plain']}>
        {data?.map((one, place) => (
          <li key={`${one.pitchId} ${one.siteId} ${one.contactId}`} className={classes['suggestion']}>
            <span className={classes['suggested']}>
              <b>{namesOf(one).join(' · ') || t.text('inbox.match.nameless')}</b>
              <span className={classes['quiet']}>
                {one.reasons.map((reason) => t.text(`inbox.match.reason.${reason}`)).join(', ')}
              </span>
            </span>
            {mayWrite && (
              <Button
                size="compact-sm"
                variant={place === 0 ? 'filled' : 'default'}
                disabled={acting.isBusy}
                rightSection={place === 0 ? <Kbd aria-hidden>u</Kbd> : undefined}
                onClick={() => take(one)}
              >
                {t.text('inbox.match.take')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className={classes['matchActs']}>
          <Checkbox
            label={t.text('inbox.match.teach', { address: conversation.from?.address ?? '' })}
            checked={isTaught}
            onChange={(event) => setTaught(event.currentTarget.checked)}
          />
          <Button variant="default" size="compact-sm" onClick={() => setElsewhere(true)}>
            {t.text('inbox.match.elsewhere')}
          </Button>
          {last && conversation.state !== 'other' && (
            <Button
              variant="default"
              size="compact-sm"
              disabled={acting.isBusy}
              onClick={() =>
                void acting.act(() => inboxActs.correct(last.id, 'other'), {
                  says: t.text('inbox.match.noOutreachDone'),
                })
              }
            >
              {t.text('inbox.match.noOutreach')}
            </Button>
          )}
        </div>
      )}
      {isElsewhere && (
        <ElsewhereDialog
          onClose={() => setElsewhere(false)}
          onChoose={(pitchId) => {
            setElsewhere(false);
            take({ pitchId, siteId: null, contactId: null });
          }}
        />
      )}
    </section>
  );
}

function namesOf({ siteName, campaignName, contactName }: MatchSuggestion): string[] {
  return [siteName, campaignName, contactName].filter((one) => one !== null);
}

/** Exactly one place is named: the pitch where there is one, else the site, else the person. */
function placeOf({ pitchId, siteId, contactId }: Pick<MatchSuggestion, 'pitchId' | 'siteId' | 'contactId'>) {
  if (pitchId !== null) return { pitchId };
  if (siteId !== null) return { siteId };
  return contactId === null ? null : { contactId };
}
