import { isCalendarDay } from '../../core/calendar/calendar-day.js';
import { AppError } from '../../platform/errors/app-error.js';
import {
  type CursorPart,
  cursorText,
  cursorTime,
  readCursor,
  UUID_FORM,
  writeCursor,
} from '../../platform/http/cursor.js';
import type { FieldRow } from './custom-values.repository.js';
import { LAST_TOUCH, metricOf, STATUS_RANK } from './prospect-conditions.js';
import type { ProspectListQuery, ProspectSort } from './prospect-list.dto.js';

export type Direction = 'asc' | 'desc';

/** An order of the list. Ties fall by `tie`, so that every order is a total one. */
export interface Order {
  /** What it is called in cursors. */
  readonly name: string;
  readonly direction: Direction;
  /** The expression it goes by. */
  readonly key: string;
  readonly type: 'timestamptz' | 'text' | 'int' | 'double precision' | 'date';
  readonly tie: 'p.id' | 'p.site_id';
  /** A table the key comes from; prospects without a row in it come last, whatever the direction. */
  readonly values?: KeyTable;
}

/** A table that holds a key: joined for those that have one, and asked for those that have none. */
export interface KeyTable {
  readonly from: string;
  readonly without: string;
  readonly values: readonly unknown[];
  /** The range of metrics a filter asks for is in `from` already. */
  readonly holdsRange?: boolean;
}

/** The place in a list after a row; `key` is null after rows without one. */
export interface Place {
  readonly key: string | null;
  readonly id: string;
}

interface Plain {
  readonly key: string;
  readonly type: Order['type'];
  readonly usual: Direction;
}

const PLAIN: Readonly<Record<Exclude<ProspectSort, 'metric' | 'owner' | `custom.${string}`>, Plain>> = {
  newest: { key: 'p.created_at', type: 'timestamptz', usual: 'desc' },
  updated: { key: 'p.updated_at', type: 'timestamptz', usual: 'desc' },
  site: { key: 'p.site_key', type: 'text', usual: 'asc' },
  status: { key: STATUS_RANK, type: 'int', usual: 'asc' },
  fit: { key: 'p.fit_yes', type: 'int', usual: 'desc' },
  last_touch: { key: LAST_TOUCH, type: 'timestamptz', usual: 'desc' },
};

/** What an order may need to know of the workspace. */
export interface OrderGround {
  /** Own fields by their key. */
  readonly fields: ReadonlyMap<string, FieldRow>;
  /** Ids of members, by their names. */
  readonly members: readonly string[];
}

/** The order a list is asked in; one by a metric or field that is not named is by age. */
export function orderOf(asked: ProspectListQuery, { fields, members }: OrderGround): Order {
  const sort = asked.sort ?? 'newest';
  if (sort === 'metric') return byMetric(asked);
  if (sort === 'owner') return byOwner(asked, members);
  if (sort.startsWith('custom.')) return byField(asked, fields.get(sort.slice('custom.'.length)));
  return plain(asked, sort as keyof typeof PLAIN);
}

function plain(asked: ProspectListQuery, sort: keyof typeof PLAIN): Order {
  const { key, type, usual } = PLAIN[sort];
  const direction = asked.order ?? usual;
  return { name: `${sort} ${direction}`, direction, key, type, tie: 'p.id' };
}

/** By the owner's name; prospects nobody owns come after Z. The ids are members' own, so they may stand in the statement. */
function byOwner(asked: ProspectListQuery, members: readonly string[]): Order {
  const direction = asked.order ?? 'asc';
  const ids = `'{${members.filter((id) => UUID_FORM.test(id)).join(',')}}'::uuid[]`;
  return {
    name: `owner ${direction}`,
    direction,
    key: `coalesce(array_position(${ids}, p.owner_member_id), 2147483647)`,
    type: 'int',
    tie: 'p.id',
  };
}

function byMetric(asked: ProspectListQuery): Order {
  if (asked.metric === undefined) return plain(asked, 'newest');
  const { source, metric } = metricOf(asked.metric);
  const direction = asked.order ?? 'desc';
  const chosen = 'source = $1 and metric = $2';
  const { metricFrom, metricTo } = asked;
  const from = metricFrom === undefined ? '' : ` and value >= ${metricFrom}`;
  const range = metricTo === undefined ? from : `${from} and value <= ${metricTo}`;
  return {
    name: `metric ${asked.metric} ${direction}`,
    direction,
    key: 'v.value',
    type: 'double precision',
    tie: 'p.site_id',
    values: {
      from: `(select site_id, value from site_latest_metrics where ${chosen}${range}) v join prospects p on p.site_id = v.site_id`,
      without:
        range === ''
          ? `case when p.site_id in (select site_id from site_latest_metrics where ${chosen}) then false else true end`
          : 'false',
      values: [source, metric],
      holdsRange: range !== '',
    },
  };
}

function byField(asked: ProspectListQuery, field: FieldRow | undefined): Order {
  if (field === undefined) return plain(asked, 'newest');
  const direction = asked.order ?? 'asc';
  const [key, type] = COLUMNS[field.type];
  return {
    name: `custom ${field.fieldKey} ${direction}`,
    direction,
    key: `v.key`,
    type,
    tie: 'p.id',
    values: {
      from: `(select record_id, ${key} as key from custom_values where field_id = $1 and ${key} is not null) v join prospects p on p.id = v.record_id`,
      without: `case when p.id in (select record_id from custom_values where field_id = $1 and ${key} is not null) then false else true end`,
      values: [field.id],
    },
  };
}

const COLUMNS: Readonly<Record<FieldRow['type'], readonly [key: string, type: Order['type']]>> = {
  text: ['left(text_value, 100)', 'text'],
  choice: ['left(text_value, 100)', 'text'],
  url: ['left(text_value, 100)', 'text'],
  number: ['number_value', 'double precision'],
  yes_no: ['number_value', 'double precision'],
  date: ['date_value', 'date'],
};

/** The key as a cursor keeps it: microseconds are kept, "never" is null. */
export function keyColumn({ key, type }: Order): string {
  if (type !== 'timestamptz') return `(${key})::text`;
  return `case when ${key} = '-infinity' then null else to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end`;
}

/** The cursor after a row. `isLast` says that the row had no key, in an order whose rows without one come last. */
export function cursorAfter(order: Order, row: { sort_key: string | null; tie: string }): string {
  return writeCursor(order.name, [row.sort_key, row.tie]);
}

/** The place a cursor names. Throws `request.cursor_invalid`. */
export function placeOf(cursor: string | undefined, order: Order): Place | null {
  if (cursor === undefined) return null;
  const [key = null, id] = readCursor(cursor, order.name, 2);
  return { key: key === null ? null : keyText(key, order.type), id: cursorText(id, UUID_FORM) };
}

const FORMS: Readonly<Record<Exclude<Order['type'], 'timestamptz'>, RegExp>> = {
  text: /^.{0,300}$/s,
  int: /^-?\d{1,10}$/,
  'double precision': /^-?(?:\d{1,20}(?:\.\d{1,20})?|\d(?:\.\d{1,20})?e[+-]\d{1,3}|Infinity)$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
};

function keyText(part: CursorPart, type: Order['type']): string {
  if (type === 'timestamptz') return cursorTime(part);
  const text = cursorText(part, FORMS[type]);
  if (type === 'int' && Math.abs(Number(text)) > 2_147_483_647) throw new AppError('request.cursor_invalid');
  if (type === 'date' && !isCalendarDay(text)) throw new AppError('request.cursor_invalid');
  return text;
}
