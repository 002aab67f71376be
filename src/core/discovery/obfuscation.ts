import { readMailAddress } from '../contacts/mail-address.js';

/** An address that stands in a text, and where. */
export interface FoundAddress {
  /** As it is kept, e.g. `ann@news.example`. */
  readonly address: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const LOCAL = `[\\p{L}\\p{N}._%+'-]{1,64}`;
const PLAIN = new RegExp(`${LOCAL}@[\\p{L}\\p{N}.-]{3,253}`, 'gu');

/** "at" and "dot" as people write them instead of the signs, in brackets of any kind. */
const AT = `[\\[({<]\\s?(?:at|ät|apenstaartje|arobase|arrobase|@)\\s?[\\])}>]`;
const DOT = `[\\[({<]\\s?(?:dot|punt|punkt|point|\\.)\\s?[\\])}>]`;
const LABEL = `[\\p{L}\\p{N}-]{1,63}`;
const BRACKETED = new RegExp(
  `(${LOCAL})\\s?${AT}\\s?(${LABEL}(?:(?:\\s?${DOT}\\s?|\\.|\\s(?:dot|punt|punkt|point)\\s)${LABEL}){1,5})`,
  'giu',
);
/** Without brackets both words must be there: "meet us at news.example" is no address. */
const SPOKEN = new RegExp(
  `(${LOCAL})\\s(?:at|apenstaartje|arobase)\\s(${LABEL}(?:\\s(?:dot|punt|punkt|point)\\s${LABEL}){1,5})`,
  'giu',
);
const DOTS = new RegExp(`\\s?${DOT}\\s?|\\s(?:dot|punt|punkt|point)\\s`, 'giu');

/** Addresses in a text (white space folded to single spaces), plain or written around, in the order they stand. */
export function addressesIn(text: string): FoundAddress[] {
  const found = [
    ...matches(text, PLAIN, ([whole]) => whole),
    ...matches(text, BRACKETED, spelled),
    ...matches(text, SPOKEN, spelled),
  ];
  return found.sort((one, other) => one.start - other.start);
}

/** The address a Cloudflare `data-cfemail` hides: each byte is the address's, crossed with the first one; null when it is none. */
export function cloudflareAddress(hex: string): string | null {
  if (!/^(?:[0-9a-f]{2}){4,250}$/i.test(hex)) return null;
  const bytes = Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );
  const [key = 0, ...rest] = bytes;
  const read = readMailAddress(new TextDecoder().decode(Uint8Array.from(rest, (byte) => byte ^ key)));
  return read.ok ? read.mail.address : null;
}

type Match = readonly [whole: string, local?: string, domain?: string];

function matches(text: string, form: RegExp, read: (match: Match) => string): FoundAddress[] {
  return [...text.matchAll(form)].flatMap((match) => {
    const written = read(match as unknown as Match).replace(/^[.'-]+|[.'-]+$/g, '');
    const mail = readMailAddress(written);
    if (!mail.ok) return [];
    return [
      {
        address: mail.mail.address,
        key: mail.mail.key,
        start: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
}

function spelled([, local = '', domain = '']: Match): string {
  return `${local}@${domain.replace(DOTS, '.')}`;
}
