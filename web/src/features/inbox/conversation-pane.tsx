import { Button, Kbd } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconClock, IconInfoCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useKeys } from '../../app/keys/keys-provider.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { exactTime } from '../../i18n/times.js';
import { ConversationDialog, type DialogName } from './conversation-dialogs.js';
import classes from './inbox.module.css';
import { type Conversation, inboxActs } from './inbox-api.js';
import { MatchPanel } from './match-panel.js';
import { MessageCard } from './message-card.js';
import type { PaneActs } from './pane-acts.js';
import { ReplyBox } from './reply-box.js';
import { type ConversationActing, useConversationAct } from './use-conversation-act.js';

interface Props {
  readonly conversation: Conversation;
  readonly acts: PaneActs;
}

/** The mails of a conversation, oldest first, and what can be done with it. */
export function ConversationPane({ conversation, acts }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const acting = useConversationAct(conversation.id);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const answer = useRef<HTMLTextAreaElement>(null);
  const thread = useRef<HTMLDivElement>(null);
  const { done, isDone } = useDone(conversation, acting, acts);
  usePaneKeys({ conversation, acting, mayWrite, done, open: setDialog, answer });
  // The newest mail is what was opened for; the list of mails is scrolled by itself, never the page.
  useEffect(() => {
    if (thread.current) thread.current.scrollTop = thread.current.scrollHeight;
  }, []);
  return (
    <section className={classes['mails']} aria-label={t.text('inbox.conversation')}>
      <header className={classes['head']}>
        <div className={classes['headText']}>
          <h2 className={classes['title']}>{conversation.subject || t.text('inbox.noSubject')}</h2>
          <p className={classes['quiet']}>{headSays(conversation, t)}</p>
        </div>
        <div className={classes['headActs']}>
          <Button
            className={classes['onlySmall']}
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
            onClick={acts.close}
          >
            {t.text('inbox.toList')}
          </Button>
          <Button
            className={classes['onlySmall']}
            variant="default"
            size="compact-sm"
            leftSection={<IconInfoCircle size={16} stroke={1.75} aria-hidden />}
            onClick={() => acts.about(true)}
          >
            {t.text('inbox.about')}
          </Button>
          {mayWrite && (
            <>
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconClock size={16} stroke={1.75} aria-hidden />}
                rightSection={<Kbd aria-hidden>s</Kbd>}
                onClick={() => setDialog('snooze')}
              >
                {t.text('inbox.snooze')}
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                loading={acting.isBusy}
                leftSection={
                  isDone ? (
                    <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
                  ) : (
                    <IconCheck size={16} stroke={1.75} aria-hidden />
                  )
                }
                rightSection={<Kbd aria-hidden>e</Kbd>}
                onClick={done}
              >
                {t.text(isDone ? 'inbox.reopen' : 'inbox.done')}
              </Button>
            </>
          )}
        </div>
      </header>
      <div ref={thread} className={classes['thread']} data-thread>
        {needsPlace(conversation) && <MatchPanel conversation={conversation} acting={acting} />}
        <ol className={classes['mailList']} aria-label={t.text('inbox.mails')}>
          {conversation.messages.map((message, place) => (
            <MessageCard
              key={message.id}
              message={message}
              conversation={conversation}
              isLast={place === conversation.messages.length - 1}
              acting={acting}
            />
          ))}
        </ol>
      </div>
      {mayWrite && <ReplyBox conversation={conversation} fieldRef={answer} onSent={acts.next} />}
      {dialog && (
        <ConversationDialog
          name={dialog}
          conversation={conversation}
          acting={acting}
          onClose={() => setDialog(null)}
          onLeft={acts.next}
        />
      )}
    </section>
  );
}

/** Mail that belongs to no site or pitch yet can be given a place. */
function needsPlace({ state, pitchIds, siteId }: Conversation): boolean {
  return state === 'unmatched' || (state === 'other' && pitchIds.length === 0 && siteId === null);
}

function headSays(conversation: Conversation, t: ReturnType<typeof useMessages>): string {
  const paused = conversation.enrollments[0];
  return [
    conversation.siteName,
    conversation.campaignName,
    paused && t.text('inbox.stopped', { name: paused.contactName || paused.toAddress }),
    conversation.assignee && t.text('inbox.givenTo', { name: conversation.assignee.name }),
    conversation.snoozedUntil &&
      t.text('inbox.snoozedUntil', { when: exactTime(new Date(conversation.snoozedUntil), t) }),
  ]
    .filter((one) => typeof one === 'string' && one !== '')
    .join(' · ');
}

/** Lays a conversation aside, or takes it up again; either can be taken back. */
function useDone(conversation: Conversation, { act }: ConversationActing, { next }: PaneActs) {
  const t = useMessages();
  const { id, state } = conversation;
  const isDone = state === 'done';
  const done = async () => {
    const ok = isDone
      ? await act(() => inboxActs.reopen(id), {
          says: t.text('inbox.reopened'),
          undo: () => inboxActs.done(id),
        })
      : await act(() => inboxActs.done(id), {
          says: t.text('inbox.isDone'),
          undo: () => inboxActs.reopen(id),
        });
    if (ok) next();
  };
  return { isDone, done: () => void done() };
}

interface Keys {
  readonly conversation: Conversation;
  readonly acting: ConversationActing;
  readonly mayWrite: boolean;
  readonly done: () => void;
  readonly open: (dialog: DialogName) => void;
  readonly answer: RefObject<HTMLTextAreaElement | null>;
}

function usePaneKeys({ conversation, acting, mayWrite, done, open, answer }: Keys): void {
  const t = useMessages();
  const navigate = useNavigate();
  const [paused] = conversation.enrollments;
  const [pitch] = conversation.pitches;
  const enrol = (pitches: string) => void navigate({ to: '/sequences/enrol', search: { pitches } });
  const opens = (keys: string, dialog: DialogName) => ({
    keys,
    label: t.text(`inbox.keys.${dialog}`),
    run: () => open(dialog),
  });
  const resume = () => {
    if (paused)
      void acting.act(() => inboxActs.resume(conversation.id, paused.id), { says: t.text('inbox.resumed') });
  };
  useKeys(
    mayWrite
      ? [
          { keys: 'r', label: t.text('inbox.keys.reply'), run: () => answer.current?.focus() },
          { keys: 'e', label: t.text('inbox.keys.done'), run: done },
          opens('s', 'snooze'),
          opens('a', 'assign'),
          ...(conversation.pitches.length > 0 ? [opens('m', 'move')] : []),
          ...(pitch ? [{ keys: 'f', label: t.text('inbox.keys.enrol'), run: () => enrol(pitch.id) }] : []),
          opens('c', 'correct'),
          opens('n', 'note'),
          ...(paused ? [{ keys: 'p', label: t.text('inbox.keys.resume'), run: resume }] : []),
        ]
      : [],
  );
}
