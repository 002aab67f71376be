import { useMessages } from '../../i18n/messages-provider.js';
import classes from './inbox.module.css';
import type { InboundKind } from './inbox-api.js';

type Tone = 'live' | 'differs' | 'removed' | 'by-hand' | 'quiet';

const TONES: Readonly<Record<InboundKind, Tone>> = {
  reply: 'live',
  auto_reply: 'quiet',
  left_company: 'differs',
  bounce: 'removed',
  complaint: 'removed',
  unsubscribe: 'differs',
  own: 'quiet',
  other: 'by-hand',
  unparsed: 'by-hand',
};

/** What a mail was taken for, in a word and a colour. */
export function KindBadge({
  kind,
  isPermanent = false,
}: {
  readonly kind: InboundKind;
  /** A bounce that says that the address will not accept mail. */
  readonly isPermanent?: boolean;
}) {
  const t = useMessages();
  return (
    <span className={classes['kind']} data-tone={TONES[kind]}>
      {t.text(isPermanent && kind === 'bounce' ? 'inbox.kind.bouncePermanent' : `inbox.kind.${kind}`)}
    </span>
  );
}
