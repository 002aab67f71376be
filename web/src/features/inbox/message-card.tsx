import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconDots, IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { dayInWords } from '../../i18n/times.js';
import { PersonMark } from '../../ui/person-mark.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { CorrectDialog } from './conversation-dialogs.js';
import classes from './inbox.module.css';
import type { Conversation, ConversationMessage } from './inbox-api.js';
import { KindBadge } from './kind-badge.js';
import { MailHtml } from './mail-html.js';
import { OptOutDecision } from './opt-out-decision.js';
import { TermsOffer } from './terms-offer.js';
import type { ConversationActing } from './use-conversation-act.js';

interface Props {
  readonly message: ConversationMessage;
  readonly conversation: Conversation;
  readonly isLast: boolean;
  readonly acting: ConversationActing;
}

/** One mail: ours in a line that opens, theirs whole, with what it was taken for. */
export function MessageCard(props: Props) {
  const { message } = props;
  const isOurs = message.direction === 'out' || (message.correctedKind ?? message.kind) === 'own';
  return <li>{isOurs ? <OurMail {...props} /> : <TheirMail {...props} />}</li>;
}

function OurMail({ message, isLast }: Props) {
  const t = useMessages();
  const state = message.outboundState;
  const key = `inbox.out.${state}`;
  return (
    <details className={classes['ours']} open={isLast || undefined}>
      <summary>
        <IconChevronRight size={14} stroke={1.75} aria-hidden />
        <span className={classes['oursLine']}>
          {t.text('inbox.wrote', { name: message.from.name || message.from.address })}{' '}
          <RelativeTime at={message.at} />: “{firstLine(message.text)}”
        </span>
        {state !== null && state !== 'sent' && (
          <span className={classes['kind']} data-tone={state === 'failed' ? 'removed' : 'differs'}>
            {t.has(key) ? t.text(key) : state}
          </span>
        )}
      </summary>
      <p className={classes['quiet']}>{t.text('inbox.to', { addresses: message.to.join(', ') })}</p>
      <div className={classes['text']}>{message.text}</div>
    </details>
  );
}

function firstLine(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 90)}…` : line;
}

function TheirMail({ message, conversation, acting }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isWhy, setWhy] = useState(false);
  const kind = message.correctedKind ?? message.kind ?? 'other';
  const name = message.from.name || message.from.address;
  return (
    <article className={classes['mail']} aria-label={t.text('inbox.mailOf', { name })}>
      <PersonMark name={name} />
      <div className={classes['mailBody']}>
        <div className={classes['mailHead']}>
          <b>{name}</b>
          {message.from.name !== '' && <span className={classes['quiet']}>{message.from.address}</span>}
          <KindBadge kind={kind} isPermanent={message.recipients.some(({ permanent }) => permanent)} />
          <UnstyledButton className={classes['why']} aria-expanded={isWhy} onClick={() => setWhy(!isWhy)}>
            {t.text('inbox.why')}
          </UnstyledButton>
          <span className={classes['when']}>
            <RelativeTime at={message.at} />
          </span>
        </div>
        {isWhy && <Why message={message} acting={acting} />}
        <Recipients message={message} />
        {message.returnsOn && (
          <p className={classes['fact']}>
            {t.text('inbox.returnsOn', { day: dayInWords(message.returnsOn, t) })}
          </p>
        )}
        <div className={classes['text']}>{message.text || t.text('inbox.noText')}</div>
        <Quoted text={message.quoted} />
        <Attachments message={message} />
        {message.hasHtml && <MailHtml messageId={message.id} />}
        {mayWrite && <OptOutDecision message={message} acting={acting} />}
        {message.termsState !== 'none' && (
          <TermsOffer message={message} conversation={conversation} acting={acting} />
        )}
      </div>
    </article>
  );
}

/** By which rules a mail was taken for what it is and brought here; a person may know better. */
function Why({ message, acting }: Pick<Props, 'message' | 'acting'>) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isAsking, setAsking] = useState(false);
  const says: (string | false)[] = [
    message.correctedKind === null
      ? message.ruleSentence
      : t.text('inbox.corrected', { was: t.text(`inbox.kind.${message.kind ?? 'other'}`) }),
    message.matchSentence,
    message.folder !== null && t.text('inbox.folder', { folder: message.folder }),
  ];
  return (
    <div className={classes['whyBox']}>
      {says
        .filter((one) => one !== false && one !== '')
        .map((sentence) => (
          <p key={`${sentence}`}>{sentence}</p>
        ))}
      {message.rule !== '' && <code className={classes['rule']}>{message.rule}</code>}
      {mayWrite && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {t.text('inbox.correct')}
        </Button>
      )}
      {isAsking && <CorrectDialog message={message} acting={acting} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** To whom a bounce is about, with the answer of their server. */
function Recipients({ message }: Pick<Props, 'message'>) {
  const t = useMessages();
  if (message.recipients.length === 0) return null;
  return (
    <ul className={classes['recipients']} aria-label={t.text('inbox.recipients')}>
      {message.recipients.map(({ address, status, permanent, scope, reason }) => (
        <li key={`${address} ${status}`}>
          <b>{address}</b> {t.text(permanent ? 'inbox.neverTakes' : 'inbox.notNow')}{' '}
          <span className={classes['quiet']}>
            {[status, scopeWords(scope, t), reason].filter((one) => one !== null && one !== '').join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Quoted({ text }: { readonly text: string }) {
  const t = useMessages();
  if (text.trim() === '') return null;
  return (
    <details className={classes['quoted']}>
      <summary>
        <IconDots size={16} stroke={1.75} aria-hidden /> {t.text('inbox.quoted')}
      </summary>
      <div className={classes['text']}>{text}</div>
    </details>
  );
}

function Attachments({ message }: Pick<Props, 'message'>) {
  const t = useMessages();
  if (message.attachments.length === 0) return null;
  return (
    <ul className={classes['attachments']} aria-label={t.text('inbox.attachments')}>
      {message.attachments.map(({ name, type, size }) => (
        <li key={`${name} ${type} ${size}`}>
          <IconPaperclip size={14} stroke={1.75} aria-hidden /> {name || type}{' '}
          <span className={classes['quiet']}>{t.text('inbox.size', { size: Math.ceil(size / 1024) })}</span>
        </li>
      ))}
      <li className={classes['quiet']}>{t.text('inbox.attachmentsStay')}</li>
    </ul>
  );
}

/** What of theirs it is about; a word the catalogue does not know is shown as it came. */
function scopeWords(scope: string, t: ReturnType<typeof useMessages>): string {
  const key = `inbox.scope.${scope}`;
  return t.has(key) ? t.text(key) : scope;
}
