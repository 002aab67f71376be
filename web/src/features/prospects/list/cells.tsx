import { IconBan, IconLock, IconShieldX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OwnField, ProspectRow } from '../../../api/prospect-views.js';
import { numberFormat } from '../../../i18n/formats.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords, shortDay } from '../../../i18n/times.js';
import { initials } from '../../../ui/person-mark.js';
import { RowLink } from '../../../ui/row-link.js';
import classes from '../prospects.module.css';
import type { EditedField } from './cell-editor.js';

interface SiteProps {
  readonly row: ProspectRow;
  readonly onOpen: (row: ProspectRow) => void;
  readonly onPrefetch: (id: string) => void;
}

/** The site as a link to its page; a plain click opens it beside the list. */
export function SiteCell({ row, onOpen, onPrefetch }: SiteProps) {
  return (
    <span className={classes['site']}>
      <RowLink
        href={`/prospects/${row.id}`}
        className={classes['siteLink']}
        data-cell={`${row.id} site`}
        onOpen={() => onOpen(row)}
        onPrefetch={() => onPrefetch(row.id)}
      >
        {row.displayHost}
      </RowLink>
      {(row.doNotContact || row.exclusions.length > 0) && <SiteMarks row={row} />}
    </span>
  );
}

/** Do not contact, and the clients that exclude the site. */
export function SiteMarks({ row }: { readonly row: ProspectRow }) {
  const t = useMessages();
  const clients = new Intl.ListFormat(t.locale).format(row.exclusions.map(({ clientName }) => clientName));
  return (
    <>
      {row.doNotContact && <Mark tone="stop" icon={IconBan} says={t.text('prospects.doNotContact')} />}
      {row.exclusions.length > 0 && (
        <Mark tone="warn" icon={IconShieldX} says={t.text('prospects.excludedFor', { clients })} />
      )}
    </>
  );
}

interface MarkProps {
  readonly tone: 'stop' | 'warn';
  readonly icon: typeof IconBan;
  readonly says: string;
}

function Mark({ tone, icon: Icon, says }: MarkProps) {
  return (
    <span className={classes['mark']} data-tone={tone} role="img" aria-label={says} title={says}>
      <Icon size={14} stroke={1.75} aria-hidden />
    </span>
  );
}

/** The owner as initials, with a lock while nobody else may take the site over. */
export function OwnerCell({ row }: { readonly row: ProspectRow }) {
  const t = useMessages();
  if (row.ownerName === null) return <>—</>;
  const until = row.lockUntil === null ? '' : shortDay(new Date(row.lockUntil), new Date(), t);
  return (
    <span className={classes['person']} title={row.ownerName}>
      <span aria-hidden className={classes['tag']}>
        {initials(row.ownerName)}
      </span>
      <span className="only-read">{row.ownerName}</span>
      {row.lockUntil !== null && (
        <Mark
          tone="warn"
          icon={IconLock}
          says={t.text('prospects.lockedUntil', { name: row.ownerName, day: until })}
        />
      )}
    </span>
  );
}

/** Tags or topics, as many as fit. */
export function TagsCell({ tags }: { readonly tags: ProspectRow['tags'] }) {
  if (tags.length === 0) return <>—</>;
  return (
    <span className={classes['tags']} title={tags.map(({ name }) => name).join(', ')}>
      {tags.map(({ id, name }) => (
        <span key={id} className={classes['tag']}>
          {name}
        </span>
      ))}
    </span>
  );
}

/** "3 of 5": yes answers of the five questions; unanswered ones are not counted as no. */
export function FitCell({ row }: { readonly row: ProspectRow }) {
  const t = useMessages();
  const { fitYes, fitNo, fitOf } = row;
  if (fitYes + fitNo === 0) return <span title={t.text('prospects.fit.none')}>—</span>;
  return (
    <span
      className={classes['number']}
      title={t.text('prospects.fit.says', { yes: fitYes, no: fitNo, open: fitOf - fitYes - fitNo })}
    >
      {t.text('prospects.fit.of', { yes: fitYes, of: fitOf })}
    </span>
  );
}

/** The value of an own field as its type is read. */
export function OwnValue({ field, row }: { readonly field: OwnField; readonly row: ProspectRow }) {
  const t = useMessages();
  const value = row.custom[field.fieldKey];
  if (value === undefined || value === '') return <>—</>;
  if (typeof value === 'boolean') return <>{t.text(value ? 'prospects.yes' : 'prospects.no')}</>;
  if (typeof value === 'number') return <>{numberFormat(t.locale).format(value)}</>;
  if (field.type === 'date') return <>{dayInWords(value, t)}</>;
  if (field.type === 'url' && /^https?:\/\//i.test(value))
    return (
      <a href={value} target="_blank" rel="noreferrer">
        {value.replace(/^https?:\/\//i, '')}
      </a>
    );
  return <>{value}</>;
}

interface EditProps {
  readonly row: ProspectRow;
  readonly field: EditedField;
  /** The name of the field, for screen readers. */
  readonly name: string;
  /** Undefined when the reader may not write. */
  readonly onEdit: ((row: ProspectRow, field: EditedField) => void) | undefined;
  readonly children: ReactNode;
}

/** A cell that opens its editor on a click. The keyboard reaches it by `e`, `t` and `a`, so it is no stop of its own. */
export function EditCell({ row, field, name, onEdit, children }: EditProps) {
  if (!onEdit) return <>{children}</>;
  return (
    <button
      type="button"
      className={classes['edit']}
      data-cell={`${row.id} ${field}`}
      data-wide={field === 'tags' || field === 'topics' || undefined}
      tabIndex={-1}
      title={name}
      onClick={() => onEdit(row, field)}
    >
      <span className="only-read">{name} </span>
      {children}
    </button>
  );
}
