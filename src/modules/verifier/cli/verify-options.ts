import { parseArgs } from 'node:util';

export interface VerifyOptions {
  /** A file, or `-` for standard input. */
  readonly input: string;
  readonly format: 'table' | 'ndjson';
  /** Pages visited at the same time. */
  readonly concurrency: number;
  /** Milliseconds between two requests to one host. */
  readonly gapMs: number;
  readonly occurrences: 'match' | 'site';
  readonly render: boolean;
}

export type OptionsReading =
  | { readonly kind: 'options'; readonly options: VerifyOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const USAGE = `Usage: linkledger verify [options]

Checks the links named in a CSV (header row: source_url,target_url[,rel][,anchor][,match]); needs no database.

  --input FILE|-             the CSV; "-" (default) reads standard input
  --format table|ndjson      default table on a terminal, ndjson otherwise
  --concurrency N            pages visited at once, 1 to 1000 (default 64)
  --gap MS                   pause between two requests to one host (default 1000); 0 only for LINKLEDGER_FETCH_ALLOW
  --occurrences match|site   links shown: those that match (default), or all to the target's site
  --no-render                never run the scripts of a page

Exit status: 0 all live, 1 some not, 2 wrong usage or input, 3 internal error.
`;

const DEFAULTS = { concurrency: '64', gap: '1000', occurrences: 'match' } as const;
const MAX_GAP_MS = 3_600_000;
const MAX_CONCURRENCY = 1_000;

/** Reads the arguments behind `verify`; `isTerminal` decides the default format. */
export function readOptions(args: readonly string[], isTerminal: boolean): OptionsReading {
  let values: Values;
  try {
    values = parse(args);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  if (values.help === true) return { kind: 'help' };
  return checked(values, isTerminal ? 'table' : 'ndjson');
}

function checked(values: Values, usualFormat: VerifyOptions['format']): OptionsReading {
  const format = oneOf(values.format ?? usualFormat, ['table', 'ndjson'] as const);
  if (format === null) return wrong('--format is table or ndjson.');
  const occurrences = oneOf(values.occurrences ?? DEFAULTS.occurrences, ['match', 'site'] as const);
  if (occurrences === null) return wrong('--occurrences is match or site.');
  const concurrency = wholeNumber(values.concurrency ?? DEFAULTS.concurrency, 1, MAX_CONCURRENCY);
  if (concurrency === null) return wrong(`--concurrency is a whole number from 1 to ${MAX_CONCURRENCY}.`);
  const gapMs = wholeNumber(values.gap ?? DEFAULTS.gap, 0, MAX_GAP_MS);
  if (gapMs === null) return wrong(`--gap is a whole number of milliseconds from 0 to ${MAX_GAP_MS}.`);
  const render = values['no-render'] !== true;
  return {
    kind: 'options',
    options: { input: values.input ?? '-', format, concurrency, gapMs, occurrences, render },
  };
}

type Values = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: false,
    options: {
      input: { type: 'string' },
      format: { type: 'string' },
      concurrency: { type: 'string' },
      gap: { type: 'string' },
      occurrences: { type: 'string' },
      'no-render': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

function oneOf<const Words extends readonly string[]>(word: string, words: Words): Words[number] | null {
  return words.find((known) => known === word) ?? null;
}

function wrong(message: string): OptionsReading {
  return { kind: 'wrong', message };
}
