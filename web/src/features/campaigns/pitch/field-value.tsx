import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { priceInWords } from '../../../i18n/money.js';
import { dayInWords } from '../../../i18n/times.js';
import { useWorkers } from '../use-workers.js';
import { isAmount } from './field-draft.js';
import classes from './pitch.module.css';
import type { KindField } from './pitch-api.js';

interface Props {
  readonly field: KindField;
  readonly value: unknown;
  /** The next stage asks for it, and it is empty. */
  readonly isWanted: boolean;
}

/** What a field of the kind says, in words; an empty one says whether it is needed next. */
export function FieldValue({ field, value, isWanted }: Props) {
  const t = useMessages();
  if (value === undefined || value === null || value === '')
    return (
      <span className={classes[isWanted ? 'missing' : 'empty']}>
        {t.text(isWanted ? 'campaigns.pitch.neededNext' : 'campaigns.pitch.empty')}
      </span>
    );
  const text = textOf(value);
  if (field.type === 'member') return <MemberName id={text} />;
  if (field.type === 'url')
    return (
      <a href={text} target="_blank" rel="noreferrer noopener">
        {text}
      </a>
    );
  if (Array.isArray(value))
    return (
      <ul className={classes['files']}>
        {[...new Set(value.map((one) => wordsOf(one, t)))].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    );
  return <>{plainWords(field, value, t)}</>;
}

function plainWords(field: KindField, value: unknown, t: Messages): string {
  if (isAmount(value)) return priceInWords(value.minor, value.currency, t);
  const text = textOf(value);
  if (field.type === 'date') return dayInWords(text, t);
  if (field.type === 'yes_no') return t.text(value === true ? 'prospects.yes' : 'prospects.no');
  return field.choices.find(({ key }) => key === text)?.name ?? text;
}

function textOf(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? String(value) : '';
}

/** A look at a page that is said to be dead, or a line of a list. */
function wordsOf(one: unknown, t: Messages): string {
  if (typeof one !== 'object' || one === null) return String(one);
  const { on, status } = one as { on?: string; status?: number | null };
  return t.text('campaigns.pitch.sight', {
    day: on ? dayInWords(on, t) : '',
    status: status ?? t.text('campaigns.pitch.noAnswer'),
  });
}

function MemberName({ id }: { readonly id: string }) {
  const workers = useWorkers();
  return <>{workers.find((member) => member.id === id)?.name ?? '—'}</>;
}
