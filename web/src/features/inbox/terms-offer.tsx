import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { COMPENSATIONS, REL_TERMS } from '../../api/placement-words.js';
import { ApiProblem } from '../../api/problem.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { dayInWords } from '../../i18n/times.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { toast } from '../../ui/undo-toast.js';
import classes from './inbox.module.css';
import {
  type Conversation,
  type ConversationMessage,
  inboxActs,
  pitchOf,
  showConversation,
  type TermProposal,
} from './inbox-api.js';
import { draftOf, type TermsDraft, termsOf } from './terms-draft.js';
import type { ConversationActing } from './use-conversation-act.js';

interface Props {
  readonly message: ConversationMessage;
  readonly conversation: Conversation;
  readonly acting: ConversationActing;
}

/** Words that look like terms, offered and not recorded: a person records them, the mail being their source. */
export function TermsOffer({ message, conversation, acting }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isEditing, setEditing] = useState(false);
  const { termsState, terms } = message;
  const isOpen = termsState === 'offered';
  const only = conversation.pitches.length === 1 ? conversation.pitches[0] : undefined;
  const pitch = useQuery({ ...pitchOf(only?.id ?? ''), enabled: isOpen && only !== undefined }).data;
  /** Where the link leads to is known by the pitch alone; otherwise a person fills it in. */
  const record = () => {
    const url = pitch?.targetPage?.url;
    if (url === undefined) setEditing(true);
    else
      void acting.act(() => inboxActs.recordTerms(message.id, termsOf(draftOf(terms, url), undefined)), {
        says: t.text('inbox.terms.nowRecorded'),
      });
  };
  return (
    <section
      className={classes['terms']}
      aria-label={t.text('inbox.terms.label')}
      data-open={isOpen || undefined}
    >
      <div className={classes['termsHead']}>
        <p>
          <b>
            {t.text(
              isOpen
                ? 'inbox.terms.title'
                : `inbox.terms.${termsState === 'recorded' ? 'recorded' : 'dismissed'}`,
            )}
          </b>{' '}
          {isOpen && <span className={classes['quiet']}>{t.text('inbox.terms.notSaved')}</span>}
        </p>
        {isOpen && mayWrite && (
          <Group gap="xs">
            <Button
              variant="default"
              size="compact-sm"
              disabled={acting.isBusy}
              onClick={() =>
                void acting.act(() => inboxActs.dismissTerms(message.id), {
                  says: t.text('inbox.terms.nowDismissed'),
                })
              }
            >
              {t.text('inbox.terms.dismiss')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
              {t.text('inbox.terms.edit')}
            </Button>
            <Button size="compact-sm" loading={acting.isBusy} onClick={record}>
              {t.text('inbox.terms.record')}
            </Button>
          </Group>
        )}
      </div>
      <ul className={classes['chips']}>
        {terms.map((term) => (
          <li key={`${term.term} ${term.value}`} title={term.sentence}>
            {termWords(term, t)}
          </li>
        ))}
      </ul>
      {isEditing && (
        <TermsDialog message={message} conversation={conversation} onClose={() => setEditing(false)} />
      )}
    </section>
  );
}

function termWords({ term, value }: TermProposal, t: ReturnType<typeof useMessages>): string {
  const key = `inbox.term.${term}`;
  const said = /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value, t) : rangeInWords(value);
  return t.has(key) ? t.text(key, { value: /^\d+$/.test(value) ? Number(value) : said }) : said;
}

/** "-900" is at most 900, "500-" at least 500. */
function rangeInWords(value: string): string {
  const [, least = '', most = ''] = /^(\d*)-(\d*)$/.exec(value) ?? [];
  if (least === '' && most === '') return value;
  if (least === '') return `≤ ${most}`;
  return most === '' ? `≥ ${least}` : `${least}–${most}`;
}

/** What was agreed, as the mail says it, to be looked at and changed before it is recorded. */
function TermsDialog({
  message,
  conversation,
  onClose,
}: Omit<Props, 'acting'> & { readonly onClose: () => void }) {
  const t = useMessages();
  const queries = useQueryClient();
  const [pitchId, setPitchId] = useState(conversation.pitches[0]?.id);
  const pitch = useQuery({ ...pitchOf(pitchId ?? ''), enabled: pitchId !== undefined }).data;
  const [changes, setChanges] = useState<Partial<TermsDraft>>({});
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const draft = { ...draftOf(message.terms, pitch?.targetPage?.url ?? ''), ...changes };
  const faults = problem instanceof ApiProblem ? problem.errors : [];
  const record = async () => {
    setSending(true);
    setProblem(null);
    try {
      await showConversation(queries, await inboxActs.recordTerms(message.id, termsOf(draft, pitchId)));
      toast(t.text('inbox.terms.nowRecorded'));
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  const text = (name: keyof TermsDraft) => ({
    label: t.text(`inbox.terms.field.${name}`),
    value: draft[name],
    error: faults.find(({ field }) => field === name)?.message,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setChanges((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <FormDialog
      size="lg"
      title={t.text('inbox.terms.dialog')}
      verb={t.text('inbox.terms.record')}
      onClose={onClose}
      isSending={isSending}
      problem={problem}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <p className={classes['quiet']}>{t.text('inbox.terms.source')}</p>
      {conversation.pitches.length > 1 && (
        <Select
          label={t.text('inbox.pitch')}
          data={conversation.pitches.map(({ id, campaignName, siteName }) => ({
            value: id,
            label: [siteName, campaignName].filter(Boolean).join(' · '),
          }))}
          value={pitchId ?? null}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(id) => id && setPitchId(id)}
        />
      )}
      <TextInput {...text('targetUrl')} inputMode="url" />
      <TextInput {...text('sourceUrl')} inputMode="url" />
      <TextInput {...text('anchor')} maxLength={1000} />
      <Select
        label={t.text('inbox.terms.field.rel')}
        data={REL_TERMS.map((rel) => ({ value: rel, label: t.text(`words.rel.${rel}`) }))}
        value={draft.rel === '' ? null : draft.rel}
        clearable
        placeholder={t.text('inbox.terms.notSaid')}
        comboboxProps={{ withinPortal: false }}
        onChange={(rel) => setChanges((before) => ({ ...before, rel: rel ?? '' }))}
      />
      <Select
        label={t.text('inbox.terms.field.compensation')}
        data={COMPENSATIONS.map((one) => ({ value: one, label: t.text(`words.compensation.${one}`) }))}
        value={draft.compensation}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(compensation) => compensation && setChanges((before) => ({ ...before, compensation }))}
      />
      <Group grow align="start">
        <TextInput {...text('dueOn')} type="date" />
        <TextInput {...text('durationUntil')} type="date" />
      </Group>
      <Textarea {...text('notes')} autosize minRows={2} maxLength={2000} />
    </FormDialog>
  );
}
