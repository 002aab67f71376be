import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { query } from '../../api/client.js';
import { holdsWork } from '../../app/session/holds-work.js';
import { useSession } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { dayIn, exactTime } from '../../i18n/times.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import { type Choice, ChoiceDialog } from './choice-dialog.js';
import classes from './inbox.module.css';
import {
  CORRECTED_KINDS,
  type Conversation,
  type ConversationMessage,
  inboxActs,
  pitchOf,
  refreshInbox,
} from './inbox-api.js';
import { morningOf, snoozeChoices } from './snooze-times.js';
import type { ConversationActing } from './use-conversation-act.js';

export type DialogName = 'snooze' | 'assign' | 'move' | 'correct' | 'note';

interface Props {
  readonly conversation: Conversation;
  readonly acting: ConversationActing;
  readonly onClose: () => void;
}

interface NamedProps extends Props {
  readonly name: DialogName;
  /** The conversation left the list. */
  readonly onLeft: () => void;
}

/** What the keys of a conversation ask for. */
export function ConversationDialog({ name, onLeft, ...props }: NamedProps) {
  switch (name) {
    case 'snooze':
      return <SnoozeDialog {...props} onLeft={onLeft} />;
    case 'assign':
      return <AssignDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} />;
    case 'note':
      return <NoteDialog {...props} />;
    case 'correct': {
      const message = props.conversation.messages.findLast(({ direction }) => direction === 'in');
      return message ? (
        <CorrectDialog message={message} acting={props.acting} onClose={props.onClose} />
      ) : null;
    }
  }
}

function SnoozeDialog({ conversation, acting, onClose, onLeft }: Omit<NamedProps, 'name'>) {
  const t = useMessages();
  const [now] = useState(() => new Date());
  const [day, setDay] = useState('');
  const { id, snoozedUntil } = conversation;
  const choices = snoozeChoices(now, t.timeZone);
  const snooze = async (until: Date | null) => {
    onClose();
    const before = snoozedUntil === null ? null : new Date(snoozedUntil);
    const ok = await acting.act(() => inboxActs.snooze(id, until), {
      says:
        until === null
          ? t.text('inbox.snooze.back')
          : t.text('inbox.snoozedUntil', { when: exactTime(until, t) }),
      undo: () => inboxActs.snooze(id, before),
    });
    if (ok && until !== null) onLeft();
  };
  return (
    <ChoiceDialog
      title={t.text('inbox.snooze.title')}
      choices={[
        ...choices.map(({ key, at }) => ({
          key,
          label: t.text(`inbox.snooze.${key}`),
          note: exactTime(at, t),
        })),
        ...(snoozedUntil === null ? [] : [{ key: 'back', label: t.text('inbox.snooze.takeBack') }]),
      ]}
      onChoose={(key) => void snooze(choices.find((one) => one.key === key)?.at ?? null)}
      onClose={onClose}
    >
      <form
        className={classes['dayForm']}
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== '') void snooze(morningOf(day, t.timeZone));
        }}
      >
        <TextInput
          type="date"
          label={t.text('inbox.snooze.day')}
          min={dayIn(new Date(now.getTime() + 86_400_000), t)}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={day === ''}>
          {t.text('inbox.snooze')}
        </Button>
      </form>
    </ChoiceDialog>
  );
}

const NOBODY = 'nobody';

function AssignDialog({ conversation, acting, onClose }: Props) {
  const t = useMessages();
  const { member } = useSession();
  const { data } = query.useQuery('get', '/api/v1/members', { params: { query: { state: 'active' } } });
  const people = (data?.items ?? []).filter(({ role }) => holdsWork(role));
  const choices: Choice[] = [
    ...people.map(({ id, name }) => ({
      key: id,
      label: name,
      ...(id === member.id ? { note: t.text('inbox.assign.me') } : {}),
    })),
    { key: NOBODY, label: t.text('inbox.assign.nobody') },
  ];
  const assign = (key: string) => {
    onClose();
    const before = conversation.assignee?.memberId ?? null;
    void acting.act(() => inboxActs.assign(conversation.id, key === NOBODY ? null : key), {
      says: t.text('inbox.assign.done', { name: choices.find((one) => one.key === key)?.label ?? '' }),
      undo: () => inboxActs.assign(conversation.id, before),
    });
  };
  return (
    <ChoiceDialog
      title={t.text('inbox.assign.title')}
      choices={choices}
      isSearched={choices.length > 9}
      onChoose={assign}
      onClose={onClose}
    />
  );
}

function MoveDialog({ conversation, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const [pitchId, setPitchId] = useState(
    conversation.pitches.length === 1 ? conversation.pitches[0]?.id : undefined,
  );
  const { data } = useQuery({ ...pitchOf(pitchId ?? ''), enabled: pitchId !== undefined });
  if (pitchId === undefined)
    return (
      <ChoiceDialog
        title={t.text('inbox.move.which')}
        choices={conversation.pitches.map(({ id, siteName, campaignName }) => ({
          key: id,
          label: siteName ?? campaignName,
          note: campaignName,
        }))}
        onChoose={setPitchId}
        onClose={onClose}
      />
    );
  const move = async (stage: string) => {
    onClose();
    try {
      const after = await inboxActs.move(pitchId, stage, data?.revision ?? 0);
      toast(t.text('inbox.move.done', { stage: after.stageName }));
    } catch (error) {
      toastProblem(t, error);
    }
    await refreshInbox(queries);
  };
  return (
    <ChoiceDialog
      title={t.text('inbox.move.title')}
      choices={(data?.steps ?? []).map(({ stage, name, isAllowed, why }) => ({
        key: stage,
        label: name,
        isOff: !isAllowed,
        note: stage === data?.stage ? t.text('inbox.move.here') : isAllowed ? undefined : why,
      }))}
      onChoose={(stage) => void move(stage)}
      onClose={onClose}
    />
  );
}

/** Says what a mail really is; what follows from that is done. */
export function CorrectDialog({
  message,
  acting,
  onClose,
}: {
  readonly message: ConversationMessage;
  readonly acting: ConversationActing;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const kind = message.correctedKind ?? message.kind;
  return (
    <ChoiceDialog
      title={t.text('inbox.correct.title')}
      choices={CORRECTED_KINDS.filter((one) => one !== kind).map((one) => ({
        key: one,
        label: t.text(`inbox.kind.${one}`),
        note: t.text(`inbox.correct.${one}`),
      }))}
      onChoose={(key) => {
        const asked = CORRECTED_KINDS.find((one) => one === key);
        onClose();
        if (asked)
          void acting.act(() => inboxActs.correct(message.id, asked), {
            says: t.text('inbox.correct.done', { kind: t.text(`inbox.kind.${asked}`) }),
          });
      }}
      onClose={onClose}
    />
  );
}

function NoteDialog({ conversation, acting, onClose }: Props) {
  const t = useMessages();
  const [text, setText] = useState('');
  const save = async () => {
    if (text.trim() === '') return;
    if (await acting.act(() => inboxActs.note(conversation.id, text.trim()), { says: t.text('app.saved') }))
      onClose();
  };
  return (
    <FormDialog
      title={t.text('inbox.note.title')}
      verb={t.text('app.save')}
      onClose={onClose}
      isSending={acting.isBusy}
      problem={null}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        label={t.text('inbox.note.label')}
        description={t.text('inbox.note.what')}
        data-autofocus
        autosize
        minRows={3}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
