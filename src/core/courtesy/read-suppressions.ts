import { readMailAddress } from '../contacts/mail-address.js';
import { SUPPRESSION_REASONS, type SuppressionReason } from '../prospects/prospect.js';
import { siteKey } from '../sites/site-key.js';
import { isFreeMailDomain } from './free-mail.js';

/** Why a row of a list is not taken. */
export type RowFault = 'not_an_address' | 'free_mail_domain' | 'unknown_reason';

/** Whom a row names: an address by its key, or a site by its key. */
type NamedOne = { readonly addressKey: string } | { readonly site: string };

export type ReadRow =
  | {
      readonly lineNo: number;
      readonly named: NamedOne;
      readonly reason: SuppressionReason | null;
      readonly note: string;
    }
  | { readonly lineNo: number; readonly fault: RowFault; readonly text: string };

/** Which cell of a row is what; -1 where there is none. */
export interface ListColumns {
  readonly named: number;
  readonly reason: number;
  readonly note: number;
}

const NAMES: Readonly<Record<keyof ListColumns, RegExp>> = {
  named:
    /^(?:e-?mail(?:[ _-]?address)?|mail|address|adres|e-?mailadres|mailadres|domain|domein|site|website|url|recipient)$/i,
  reason: /^(?:reason|reden|type|status)$/i,
  note: /^(?:note|notes|opmerking|comment|toelichting|evidence)$/i,
};
const ONE_COLUMN: ListColumns = { named: 0, reason: -1, note: -1 };

/** What other tools call the reasons. */
const SAID: Readonly<Record<string, SuppressionReason>> = {
  unsubscribe: 'asked',
  unsubscribed: 'asked',
  opt_out: 'asked',
  optout: 'asked',
  afgemeld: 'asked',
  bounce: 'bounced',
  hard_bounce: 'bounced',
  spam: 'complained',
  complaint: 'complained',
  klacht: 'complained',
  objection: 'objected',
  bezwaar: 'objected',
};

/** The columns a first row names, or null when it is a row like the others. */
export function listColumns(cells: readonly string[]): ListColumns | null {
  if (cells.some((cell) => read(cell) !== null)) return null;
  const at = (name: keyof ListColumns): number => cells.findIndex((cell) => NAMES[name].test(cell.trim()));
  const columns = { named: at('named'), reason: at('reason'), note: at('note') };
  return columns.named === -1 ? null : columns;
}

/**
 * Reads a row of a list of whom not to contact: a mail address, or a domain, alone or with `@` before it or as a web address. A domain at which
 * anybody can have an address names nobody and is refused.
 */
export function readRow(
  lineNo: number,
  cells: readonly string[],
  columns: ListColumns = ONE_COLUMN,
): ReadRow {
  const text = (cells[columns.named] ?? '').trim();
  const named = read(text);
  if (named === null) return { lineNo, fault: 'not_an_address', text: text.slice(0, 200) };
  if ('site' in named && isFreeMailDomain(named.site)) return { lineNo, fault: 'free_mail_domain', text };
  const said = (cells[columns.reason] ?? '').trim();
  const reason = said === '' ? null : reasonOf(said);
  if (reason === undefined) return { lineNo, fault: 'unknown_reason', text: said.slice(0, 200) };
  return { lineNo, named, reason, note: (cells[columns.note] ?? '').trim().slice(0, 2000) };
}

function read(text: string): NamedOne | null {
  const bare = text.trim();
  if (bare.includes('@') && !bare.startsWith('@')) {
    const mail = readMailAddress(bare);
    return mail.ok ? { addressKey: mail.mail.key } : null;
  }
  const key = siteKey(bare.replace(/^@/, ''));
  return key !== null && readMailAddress(`x@${key}`).ok ? { site: key } : null;
}

function reasonOf(said: string): SuppressionReason | undefined {
  const word = said.toLowerCase().replaceAll(/[\s-]+/g, '_');
  return (
    SUPPRESSION_REASONS.find((reason) => reason === word) ??
    (Object.hasOwn(SAID, word) ? SAID[word] : undefined)
  );
}
