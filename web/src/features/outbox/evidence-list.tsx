import { useMessages } from '../../i18n/messages-provider.js';
import { RelativeTime } from '../../ui/relative-time.js';
import classes from './outbox.module.css';
import type { OutboxMail } from './outbox-api.js';

/** What tells what became of a mail: how far the server got, what was looked for and found. */
export function EvidenceList({
  mail,
}: {
  readonly mail: Pick<OutboxMail, 'evidence' | 'finalReply' | 'inDoubtAt'>;
}) {
  const t = useMessages();
  return (
    <ul className={classes['evidence']} aria-label={t.text('outbox.evidence')}>
      {mail.inDoubtAt !== null && (
        <li>
          {t.text('outbox.evidence.begun')} <RelativeTime at={mail.inDoubtAt} />
        </li>
      )}
      {mail.evidence.map(({ kind, at, attempt, code }) => (
        <li key={`${kind} ${at} ${attempt}`}>
          {evidenceWords(kind, code, t)} <RelativeTime at={at} />
        </li>
      ))}
      {mail.evidence.length === 0 && <li>{t.text('outbox.evidence.none')}</li>}
    </ul>
  );
}

function evidenceWords(
  kind: string,
  code: string | null | undefined,
  t: ReturnType<typeof useMessages>,
): string {
  const key = `outbox.evidence.${kind}`;
  return t.has(key) ? t.text(key, { code: code ?? '' }) : [kind, code].filter(Boolean).join(' ');
}
