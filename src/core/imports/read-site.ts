import type { MetricRecord, SiteRecord } from './record.js';
import type { FieldKey, RecordMapping } from './record-field.js';
import type { RowCells } from './row-cells.js';
import type { SiteFinder } from './site-of-url.js';

/** Reads the site of a row: from its own column, else from the page it stands on; undefined when there is none. */
export function readSite(row: RowCells, mapping: RecordMapping, sites: SiteFinder): SiteRecord | undefined {
  const field = row.raw('site') === '' ? 'source_url' : 'site';
  const address = row.text(field);
  if (address === '') return undefined;
  const key = sites.siteOf(bareHost(address));
  if (key === null || !isHost(key)) {
    row.refuse(field, 'not_a_site');
    return undefined;
  }
  const counts = { linkCount: row.number('link_count'), dofollowCount: row.number('dofollow_count') };
  const seen = {
    firstSeenOn: row.day('first_seen'),
    lastSeenAt: row.moment('last_seen')?.at,
    lostAt: row.moment('lost_on')?.at,
  };
  const linksTo = competitorsOf(row, mapping);
  return {
    address,
    siteKey: key,
    metrics: readMetrics(row, mapping),
    ...present({ ...counts, ...seen }),
    ...(linksTo.length > 0 ? { linksTo } : {}),
  };
}

/** The numbers of a row with the source each was measured by. */
export function readMetrics(row: RowCells, mapping: RecordMapping): MetricRecord[] {
  return fieldsOf(mapping, 'metric.').flatMap((field) => {
    const value = row.number(field);
    const [, source = '', metric = ''] = field.split('.');
    return value === undefined ? [] : [{ source, metric, value }];
  });
}

const FAMILIES = new WeakMap<RecordMapping, Map<string, readonly FieldKey[]>>();

/** The fields of a family that a mapping has: found once for all rows. */
export function fieldsOf(mapping: RecordMapping, prefix: string): readonly FieldKey[] {
  const families = FAMILIES.get(mapping) ?? new Map<string, readonly FieldKey[]>();
  FAMILIES.set(mapping, families);
  const known = families.get(prefix);
  if (known !== undefined) return known;
  const found = (Object.keys(mapping) as FieldKey[]).filter((field) => field.startsWith(prefix));
  families.set(prefix, found);
  return found;
}

/** What is known of the values: those that are undefined are left out. */
type Present<Values extends object> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** Drops what is undefined. */
export function present<Values extends object>(values: Values): Present<Values> {
  const kept: Present<Values> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) kept[key] = value as Exclude<Values[typeof key], undefined>;
  }
  return kept;
}

function competitorsOf(row: RowCells, mapping: RecordMapping): string[] {
  return fieldsOf(mapping, 'competitor.')
    .filter((field) => !['', '0', '-', 'false', 'no'].includes(row.raw(field).toLowerCase()))
    .map((field) => row.header(field).replace(/\/+$/, ''));
}

/** People write `sc-domain:example.com`, `*.example.com` and `example.com/*` too. */
function bareHost(text: string): string {
  return text
    .replace(/^sc-domain:/i, '')
    .replace(/^\*\./, '')
    .replace(/\/?\*$/, '');
}

/** One word without a dot is a typing mistake far more often than a host. */
function isHost(key: string): boolean {
  return key.includes('.') || key.includes(':') || key === 'localhost';
}
