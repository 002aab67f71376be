export const IMPORT_FIELDS = [
  'source_url',
  'target_url',
  'brand',
  'type',
  'compensation',
  'rel',
  'anchor',
  'match',
  'label',
  'due_on',
  'agreed_on',
  'agreed_with',
  'owner',
  'notes',
] as const;
/** What a column of a file of placements can mean. */
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which column (0-based) holds which field; a field that is absent has no column. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

/** Headers people give these columns, folded: English and Dutch, and the names our own export writes. */
const HEADERS: Readonly<Record<ImportField, readonly string[]>> = {
  source_url: [
    'source url',
    'source page',
    'source',
    'url from',
    'referring page url',
    'referring page',
    'linking page',
    'link from',
    'placement url',
    'page url',
    'live url',
    'published url',
    'backlink',
    'bronpagina',
    'bron url',
    'bron',
    'linkende pagina',
    'pagina',
    'geplaatst op',
  ],
  target_url: [
    'target url',
    'target page',
    'target',
    'url to',
    'link to',
    'link url',
    'destination',
    'destination url',
    'landing page',
    'our page',
    'doelpagina',
    'doel url',
    'doel',
    'bestemming',
    'linkt naar',
    'landingspagina',
  ],
  brand: ['brand', 'brand name', 'website', 'merk'],
  type: ['type', 'link type', 'placement type', 'kind', 'soort', 'linktype'],
  compensation: ['compensation', 'in return', 'paid', 'deal', 'vergoeding', 'tegenprestatie', 'betaald'],
  rel: [
    'rel',
    'rel attribute',
    'link rel',
    'follow',
    'dofollow',
    'nofollow dofollow',
    'attribute',
    'agreed rel',
    'attribuut',
  ],
  anchor: ['anchor', 'anchor text', 'link text', 'ankertekst', 'anker', 'linktekst'],
  match: ['match', 'accepted step'],
  label: ['label'],
  due_on: ['due', 'due on', 'due date', 'deadline', 'expected on', 'verwacht op', 'uiterlijk'],
  agreed_on: ['agreed on', 'agreed', 'date agreed', 'deal date', 'afgesproken op', 'datum afspraak'],
  agreed_with: ['agreed with', 'contact', 'contact name', 'afgesproken met', 'contactpersoon'],
  owner: ['owner', 'assignee', 'owner email', 'eigenaar', 'verantwoordelijke'],
  notes: ['notes', 'note', 'comment', 'comments', 'remarks', 'notities', 'opmerking', 'opmerkingen'],
};

/** A header as it is compared: lower case, no accents, one space between words. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ADDRESS = /^(https?:\/\/|www\.)\S+$/i;

/**
 * Proposes which column is which, from the headers first. Where the two addresses have no header we know, the first
 * columns that hold addresses are taken, the linking page before our own. A column is proposed once.
 */
export function proposeMapping(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): ColumnMapping {
  const mapping: Partial<Record<ImportField, number>> = {};
  const folded = headers.map(foldHeader);
  const taken = new Set<number>();
  const take = (field: ImportField, column: number): void => {
    mapping[field] = column;
    taken.add(column);
  };
  for (const field of IMPORT_FIELDS) {
    const column = firstHeader(HEADERS[field], folded, taken);
    if (column !== null) take(field, column);
  }
  for (const field of ['source_url', 'target_url'] as const) {
    if (mapping[field] !== undefined) continue;
    const column = headers.findIndex((_, index) => !taken.has(index) && holdsAddresses(samples, index));
    if (column >= 0) take(field, column);
  }
  return mapping;
}

/** The column whose header stands earliest in the list of names: a plain "url from" wins over a vague "source". */
function firstHeader(
  names: readonly string[],
  headers: readonly string[],
  taken: ReadonlySet<number>,
): number | null {
  for (const name of names) {
    const column = headers.findIndex((header, index) => header === name && !taken.has(index));
    if (column >= 0) return column;
  }
  return null;
}

function holdsAddresses(samples: readonly (readonly string[])[], column: number): boolean {
  const cells = samples.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => ADDRESS.test(cell));
}
