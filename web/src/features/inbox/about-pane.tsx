import { Button, Kbd, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ConflictBanner } from '../../ui/conflict-banner.js';
import { Panel } from '../../ui/page.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { ConversationDialog } from './conversation-dialogs.js';
import classes from './inbox.module.css';
import { type Conversation, inboxActs, type Pitch, pitchOf, siteOf } from './inbox-api.js';
import type { PaneActs } from './pane-acts.js';
import { stagesAhead } from './stages-ahead.js';
import { type ConversationActing, useConversationAct } from './use-conversation-act.js';

interface Props {
  readonly conversation: Conversation;
  readonly isShown: boolean;
  readonly acts: PaneActs;
}

/** What is known about a conversation: its pitches, its site, who was here before, what stands still, what was noted. */
export function AboutPane({ conversation, acts }: Props) {
  const t = useMessages();
  const acting = useConversationAct(conversation.id);
  const { siteId } = conversation;
  return (
    <aside className={classes['about']} aria-label={t.text('inbox.about')}>
      <Button
        className={classes['onlySmall']}
        variant="default"
        leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
        onClick={() => acts.about(false)}
      >
        {t.text('inbox.toMails')}
      </Button>
      {conversation.pitches.map(({ id }) => (
        <PitchPanel key={id} id={id} />
      ))}
      <Stopped conversation={conversation} acting={acting} />
      {siteId !== null && <SitePanel id={siteId} />}
      {siteId !== null && (
        <Panel title={t.text('inbox.beforeYouWrite')}>
          <ConflictBanner siteId={siteId} clientId={conversation.clientId ?? undefined} />
          {conversation.suppressed && <p className={classes['warn']}>{t.text('inbox.onlyOnce')}</p>}
        </Panel>
      )}
      <Who conversation={conversation} />
      <Notes conversation={conversation} acting={acting} />
    </aside>
  );
}

function PitchPanel({ id }: { readonly id: string }) {
  const t = useMessages();
  const { data: pitch, isPending } = useQuery(pitchOf(id));
  if (!pitch) return isPending ? <Skeleton h={96} /> : null;
  return (
    <Panel title={t.text('inbox.pitch')}>
      <Stages pitch={pitch} />
      <p>
        <Link to="/pitches/$id" params={{ id }} className={classes['strong'] ?? ''}>
          {pitch.stageName}
        </Link>
        {stagesAhead(pitch)[0] && (
          <span className={classes['quiet']}>
            {' '}
            → {t.text('inbox.nextStage', { stage: stagesAhead(pitch)[0]?.name ?? '' })}
          </span>
        )}
      </p>
      <p className={classes['quiet']}>
        {[t.text('inbox.daysHere', { count: pitch.daysInStage }), pitch.assigneeName, pitch.campaignName]
          .filter((one) => one !== null)
          .join(' · ')}
      </p>
    </Panel>
  );
}

function Stages({ pitch }: { readonly pitch: Pitch }) {
  const t = useMessages();
  const here = pitch.steps.findIndex(({ stage }) => stage === pitch.stage);
  return (
    <div
      className={classes['stages']}
      role="img"
      aria-label={t.text('inbox.stageOf', {
        no: here + 1,
        count: pitch.steps.length,
        stage: pitch.stageName,
      })}
    >
      {pitch.steps.map(({ stage }, place) => (
        <span key={stage} data-past={place <= here || undefined} />
      ))}
    </div>
  );
}

/** The sequences that stand still; a person lets them go on. */
function Stopped({
  conversation,
  acting,
}: {
  readonly conversation: Conversation;
  readonly acting: ConversationActing;
}) {
  const t = useMessages();
  const mayWrite = useMay('write');
  if (conversation.enrollments.length === 0) return null;
  return (
    <Panel title={t.text('inbox.paused')}>
      <ul className={classes['plain']}>
        {conversation.enrollments.map((one, place) => (
          <li key={one.id} className={classes['enrollment']}>
            <span>
              <b>{one.contactName || one.toAddress}</b>{' '}
              <span className={classes['quiet']}>
                {[
                  one.sequenceName,
                  one.siteName,
                  one.nextStepNo && t.text('inbox.nextMail', { no: one.nextStepNo }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {mayWrite && (
              <Button
                variant="default"
                size="compact-sm"
                disabled={acting.isBusy}
                rightSection={place === 0 ? <Kbd aria-hidden>p</Kbd> : undefined}
                onClick={() =>
                  void acting.act(() => inboxActs.resume(conversation.id, one.id), {
                    says: t.text('inbox.resumed'),
                  })
                }
              >
                {t.text('inbox.resume')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function SitePanel({ id }: { readonly id: string }) {
  const t = useMessages();
  const { data: site } = useQuery(siteOf(id));
  if (!site) return null;
  return (
    <Panel
      title={
        <Link to="/sites/$siteId" params={{ siteId: id }}>
          {site.displayHost}
        </Link>
      }
    >
      <p>{t.text('inbox.links', { live: site.liveCount, count: site.placementCount })}</p>
      {site.notes !== '' && <p className={classes['notes']}>{site.notes}</p>}
    </Panel>
  );
}

function Who({ conversation: { contactId, contactName, from } }: { readonly conversation: Conversation }) {
  const t = useMessages();
  if (contactId === null) return null;
  return (
    <Panel title={t.text('inbox.person')}>
      <Link to="/contacts/$id" params={{ id: contactId }} className={classes['strong'] ?? ''}>
        {contactName || from?.name || from?.address}
      </Link>
    </Panel>
  );
}

function Notes({
  conversation,
  acting,
}: {
  readonly conversation: Conversation;
  readonly acting: ConversationActing;
}) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isWriting, setWriting] = useState(false);
  if (conversation.notes.length === 0 && !mayWrite) return null;
  return (
    <Panel
      title={t.text('inbox.notes')}
      aside={
        mayWrite && (
          <Button variant="default" size="compact-sm" onClick={() => setWriting(true)}>
            {t.text('inbox.note.title')}
          </Button>
        )
      }
    >
      {conversation.notes.length === 0 && <p className={classes['quiet']}>{t.text('inbox.noNotes')}</p>}
      <ul className={classes['plain']}>
        {conversation.notes.map(({ id, text, authorName, createdAt }) => (
          <li key={id} className={classes['noteOne']}>
            <p className={classes['notes']}>{text}</p>
            <span className={classes['quiet']}>
              {authorName !== null && `${authorName} · `}
              <RelativeTime at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
      {isWriting && (
        <ConversationDialog
          name="note"
          conversation={conversation}
          acting={acting}
          onClose={() => setWriting(false)}
          onLeft={() => undefined}
        />
      )}
    </Panel>
  );
}
