/** The columns everybody knows, in the order a specialist reads them; the site itself always stands first. */
export const FIXED_COLUMNS = [
  'status',
  'fit',
  'owner',
  'tags',
  'topics',
  'language',
  'country',
  'contacts',
  'last_touch',
  'stage',
  'publisher',
  'updated',
] as const;
export type FixedColumn = (typeof FIXED_COLUMNS)[number];

/** A column as the address says it: a fixed one, `m.<source>.<metric>`, or `c.<key of an own field>`. */
export type ColumnKey = FixedColumn | `m.${string}` | `c.${string}`;

const USUAL: readonly ColumnKey[] = [
  'status',
  'fit',
  'm.ahrefs.domain_rating',
  'm.common_crawl.harmonic_percentile',
  'owner',
  'tags',
  'language',
  'contacts',
  'last_touch',
  'stage',
];
const METRIC = /^m\.[a-z_]+\.[a-z0-9_]+$/;
const OWN = /^c\.[a-z][a-z0-9_]{0,39}$/;

/** The columns an address asks for; the usual ones when it says nothing. What is not understood is dropped. */
export function columnsOf(cols: string | undefined): readonly ColumnKey[] {
  if (cols === undefined) return USUAL;
  return [...new Set(cols.split(','))].filter(isColumn);
}

function isColumn(word: string): word is ColumnKey {
  return (FIXED_COLUMNS as readonly string[]).includes(word) || METRIC.test(word) || OWN.test(word);
}

/** Columns as the address says them: nothing when they are the usual ones. */
export function columnWords(columns: readonly ColumnKey[]): string | undefined {
  const said = columns.join(',');
  return said === USUAL.join(',') ? undefined : said;
}

/** The figures the columns need, as the API takes them: `ahrefs.domain_rating`. */
export function metricsShown(columns: readonly ColumnKey[]): string[] {
  return columns.filter((column) => METRIC.test(column)).map((column) => column.slice(2));
}

/** A column in or out: fixed ones keep their order, figures stand behind the fit, own fields at the end. */
export function withColumn(columns: readonly ColumnKey[], column: ColumnKey, isOn: boolean): ColumnKey[] {
  const kept = columns.filter((one) => one !== column);
  if (!isOn) return kept;
  return [...kept, column].sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf(column: ColumnKey): number {
  if (column.startsWith('c.')) return FIXED_COLUMNS.length + 1;
  if (column.startsWith('m.')) return FIXED_COLUMNS.indexOf('fit') + 0.5;
  return FIXED_COLUMNS.indexOf(column as FixedColumn);
}
