/** What a line of a request can be labelled as. */
export type RequestLabel =
  | 'summary'
  | 'category'
  | 'name'
  | 'email'
  | 'profile'
  | 'outlet'
  | 'website'
  | 'deadline'
  | 'deadline_date'
  | 'deadline_time'
  | 'time_zone'
  | 'query'
  | 'requirements';

/** The labels of digests (D160, D167, D175), and none beside them: a query is full of lines with colons (D181). */
export const DIGEST_LABELS: Readonly<Record<string, RequestLabel>> = {
  summary: 'summary',
  category: 'category',
  name: 'name',
  email: 'email',
  'muck rack url': 'profile',
  'media outlet': 'outlet',
  'media website': 'website',
  deadline: 'deadline',
  'deadline date': 'deadline_date',
  'deadline time': 'deadline_time',
  'time zone': 'time_zone',
  query: 'query',
  requirements: 'requirements',
};

/** Labels of requests that came some other way, in English and Dutch. */
export const FREE_LABELS: Readonly<Record<string, RequestLabel>> = {
  ...DIGEST_LABELS,
  headline: 'summary',
  subject: 'summary',
  topic: 'summary',
  onderwerp: 'summary',
  samenvatting: 'summary',
  categorie: 'category',
  rubriek: 'category',
  reporter: 'name',
  journalist: 'name',
  naam: 'name',
  'e-mail': 'email',
  mail: 'email',
  'reply to': 'email',
  'respond to': 'email',
  'antwoord aan': 'email',
  'reageren naar': 'email',
  'reageer naar': 'email',
  outlet: 'outlet',
  publication: 'outlet',
  media: 'outlet',
  medium: 'outlet',
  publicatie: 'outlet',
  website: 'website',
  'submit by': 'deadline',
  'respond by': 'deadline',
  'close date': 'deadline',
  'reageren voor': 'deadline',
  'reageren vóór': 'deadline',
  uiterlijk: 'deadline',
  request: 'query',
  vraag: 'query',
  oproep: 'query',
  verzoek: 'query',
  details: 'query',
  eisen: 'requirements',
  voorwaarden: 'requirements',
};

/** Lines of text go on under these; the others are one line. */
const LONG: readonly RequestLabel[] = ['query', 'requirements', 'summary'];

/** The values of a request by their labels, and the lines under none of them. */
export interface Labelled {
  readonly values: ReadonlyMap<RequestLabel, string>;
  readonly loose: readonly string[];
}

/**
 * Reads labelled lines. A label counts once: a second one of its kind is text. In a digest the query is the last field but for the
 * requirements, so no other label is looked for in it.
 */
export function readLabels(
  lines: readonly string[],
  known: Readonly<Record<string, RequestLabel>>,
): Labelled {
  const reading = new LabelReading(known === DIGEST_LABELS);
  for (const line of lines) {
    const [label, value] = labelled(line, known) ?? [null, ''];
    if (label !== null && reading.takes(label)) reading.begin(label, value);
    else reading.goOn(line);
  }
  return reading.read();
}

class LabelReading {
  private readonly values = new Map<RequestLabel, string[]>();
  private readonly loose: string[] = [];
  private open: RequestLabel | null = null;

  constructor(private readonly isDigest: boolean) {}

  takes(label: RequestLabel): boolean {
    const isInQuery = this.isDigest && this.values.has('query') && label !== 'requirements';
    return !this.values.has(label) && !isInQuery;
  }

  begin(label: RequestLabel, value: string): void {
    this.values.set(label, value === '' ? [] : [value]);
    this.open = label;
  }

  goOn(line: string): void {
    const had = this.open === null ? undefined : this.values.get(this.open);
    if (this.open !== null && had !== undefined && goesOn(this.open, had, line)) had.push(line);
    else if (line.trim() !== '') this.loose.push(line.trim());
  }

  read(): Labelled {
    const texts = [...this.values].map(([label, parts]): [RequestLabel, string] => [
      label,
      parts.join('\n').trim(),
    ]);
    return { values: new Map(texts.filter(([, text]) => text !== '')), loose: this.loose };
  }
}

function goesOn(open: RequestLabel, had: readonly string[], line: string): boolean {
  if (open === 'summary') return line.trim() !== '' && had.length < 4;
  return LONG.includes(open) || (had.length === 0 && line.trim() !== '');
}

function labelled(
  line: string,
  known: Readonly<Record<string, RequestLabel>>,
): readonly [RequestLabel, string] | null {
  const [, name = '', value = ''] =
    /^\s*(?:\d{1,3}\)\s*)?\**([\p{L}][\p{L} -]{1,22}?)\**\s*:\**\s*(.*)$/u.exec(line) ?? [];
  const key = name.toLowerCase().replace(/\s+/g, ' ');
  const label = Object.hasOwn(known, key) ? known[key] : undefined;
  return label === undefined ? null : [label, value.trim()];
}
