import { parseArgs } from 'node:util';

export interface InspectOptions {
  /** A file, or `-` for standard input. */
  readonly input: string;
  readonly format: 'table' | 'json';
  readonly ownAddresses: readonly string[];
}

export type InspectReading =
  | { readonly kind: 'options'; readonly options: InspectOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const USAGE = `Usage: linkledger mail inspect FILE|- [options]

Tells what a saved mail (RFC 5322) is taken for, by which rule, and what it says of its recipients; needs no database. "-" reads standard input.

  --format table|json   default table on a terminal, json otherwise
  --own ADDRESS         an address of ours: what follows a line that names it is quoted (may be given again)

Exit status: 0 read, 2 wrong usage or input, 3 internal error.
`;

/** Reads the arguments behind `mail`; `isTerminal` decides the default format. */
export function readOptions(args: readonly string[], isTerminal: boolean): InspectReading {
  let parsed: Parsed;
  try {
    parsed = parse(args);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
  return parsed.values.help === true ? { kind: 'help' } : checked(parsed, isTerminal ? 'table' : 'json');
}

type Parsed = ReturnType<typeof parse>;

function checked({ values, positionals }: Parsed, usualFormat: InspectOptions['format']): InspectReading {
  const [act, input, ...more] = positionals;
  if (act !== 'inspect') return wrong('What to do with mail is "inspect".');
  if (input === undefined || more.length > 0) return wrong('Give one file, or - for standard input.');
  const format = values.format ?? usualFormat;
  if (format !== 'table' && format !== 'json') return wrong('--format is table or json.');
  return { kind: 'options', options: { input, format, ownAddresses: values.own ?? [] } };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      own: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

function wrong(message: string): InspectReading {
  return { kind: 'wrong', message };
}
