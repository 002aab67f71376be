import { Button, Kbd, Select, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useKeys } from '../../app/keys/keys-provider.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { toast } from '../../ui/undo-toast.js';
import classes from './inbox.module.css';
import { type Conversation, inboxActs, pitchOf, refreshConversation, refreshInbox } from './inbox-api.js';
import { keepDraft, keptDraft } from './reply-drafts.js';
import { writersOf } from './reply-writers.js';
import { stagesAhead } from './stages-ahead.js';

interface Props {
  readonly conversation: Conversation;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  /** Answered: on to the next. */
  readonly onSent: () => void;
}

/** The answer, in the thread and from the mailbox that got the mail; what was typed stays until it is sent. */
export function ReplyBox({ conversation, fieldRef, onSent }: Props) {
  const t = useMessages();
  const [text, setText] = useState(() => keptDraft(conversation.id));
  const writers = writersOf(conversation.messages);
  const [to, setTo] = useState(writers[0]?.address);
  const sending = useReply(conversation, onSent);
  const [pitch] = conversation.pitches;
  const steps = useQuery({ ...pitchOf(pitch?.id ?? ''), enabled: pitch !== undefined }).data;
  const next = conversation.pitches.length === 1 && steps ? stagesAhead(steps)[0] : undefined;
  const write = (typed: string) => {
    setText(typed);
    keepDraft(conversation.id, typed);
  };
  const send = (moveTo?: string) => {
    if (text.trim() === '') fieldRef.current?.focus();
    else void sending.send({ text, ...(to ? { toAddress: to } : {}), ...(moveTo ? { moveTo } : {}) });
  };
  const mayAnswer = conversation.mayAnswer && writers.length > 0;
  useKeys(mayAnswer ? [{ keys: 'Ctrl Enter', label: t.text('inbox.keys.send'), run: () => send() }] : []);
  const isShut = !conversation.mayAnswer && conversation.suppressed;
  if (!mayAnswer)
    return <p className={classes['shut']}>{t.text(isShut ? 'inbox.mayNot' : 'inbox.cannotAnswer')}</p>;
  const name = writers.find(({ address }) => address === to)?.name;
  const label = t.text('inbox.answer', { name: name || to || t.text('inbox.onlyUs') });
  return (
    <form
      className={classes['reply']}
      aria-label={t.text('inbox.reply')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {conversation.suppressed && <p className={classes['warn']}>{t.text('inbox.onlyOnce')}</p>}
      <Textarea
        ref={fieldRef}
        aria-label={label}
        placeholder={label}
        autosize
        minRows={1}
        maxRows={12}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
      />
      <ProblemAlert error={sending.problem} />
      <div className={classes['replyActs']}>
        <Button
          type="submit"
          loading={sending.isBusy}
          leftSection={<IconSend size={16} stroke={1.75} aria-hidden />}
          rightSection={
            <Kbd className={classes['sendKey']} aria-hidden>
              Ctrl ↵
            </Kbd>
          }
        >
          {t.text('inbox.send')}
        </Button>
        {next && (
          <Button variant="default" disabled={sending.isBusy} onClick={() => send(next.stage)}>
            {t.text('inbox.sendAndMove', { stage: next.name })}
          </Button>
        )}
        {writers.length > 1 && (
          <Select
            size="xs"
            aria-label={t.text('inbox.toWhom')}
            data={writers.map((one) => one.address)}
            value={to ?? null}
            allowDeselect={false}
            onChange={(address) => address && setTo(address)}
          />
        )}
        {conversation.mailboxAddress && (
          <span className={classes['quiet']}>
            {t.text('inbox.fromMailbox', { address: conversation.mailboxAddress })}
          </span>
        )}
      </div>
    </form>
  );
}

function useReply(conversation: Conversation, onSent: () => void) {
  const t = useMessages();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (body: Parameters<typeof inboxActs.reply>[1]) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await inboxActs.reply(conversation.id, body);
      keepDraft(conversation.id, '');
      toast(t.text(body.moveTo ? 'inbox.sentAndMoved' : 'inbox.sent'));
      onSent();
      await Promise.all([refreshConversation(queries, conversation.id), refreshInbox(queries)]);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, send };
}
