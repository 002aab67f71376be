import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_TYPES,
  type PlacementType,
} from '../placements/placement.js';
import { ACCEPTED_STEPS, type AcceptedStep, REL_TERMS, type RelTerm } from '../placements/terms.js';
import { foldHeader } from './fold-header.js';

/** Words of other tools and of Dutch sheets for our own, folded like a header. */
const TYPES: Readonly<Record<string, PlacementType>> = {
  'guest blog': 'guest_post',
  'guest article': 'guest_post',
  gastblog: 'guest_post',
  gastartikel: 'guest_post',
  'niche edit': 'link_insertion',
  insertion: 'link_insertion',
  linkinvoeging: 'link_insertion',
  pr: 'digital_pr',
  'press release': 'digital_pr',
  persbericht: 'digital_pr',
  haro: 'journalist_quote',
  quote: 'journalist_quote',
  citaat: 'journalist_quote',
  listing: 'directory',
  bedrijvengids: 'directory',
  'dead link': 'broken_link',
  'dode link': 'broken_link',
  mention: 'unlinked_mention',
  vermelding: 'unlinked_mention',
  partner: 'partnership',
  samenwerking: 'partnership',
  forum: 'comment',
  reactie: 'comment',
  redactioneel: 'editorial',
  natural: 'editorial',
};

const COMPENSATION_WORDS: Readonly<Record<string, Compensation>> = {
  no: 'none',
  nee: 'none',
  geen: 'none',
  free: 'none',
  organic: 'none',
  'self submit': 'none',
  gratis: 'none',
  '0': 'none',
  false: 'none',
  yes: 'money',
  ja: 'money',
  paid: 'money',
  purchase: 'money',
  purchased: 'money',
  bought: 'money',
  gekocht: 'money',
  betaald: 'money',
  geld: 'money',
  true: 'money',
  '1': 'money',
  product: 'product_or_service',
  dienst: 'product_or_service',
  service: 'product_or_service',
  link: 'link_in_return',
  exchange: 'link_in_return',
  linkruil: 'link_in_return',
  'link exchange': 'link_in_return',
};

const RELS: Readonly<Record<string, RelTerm>> = {
  dofollow: 'follow',
  'do follow': 'follow',
  followed: 'follow',
  'no follow': 'nofollow',
  sponsor: 'sponsored',
  gesponsord: 'sponsored',
};

/** Reads a word for where a link stands; null when it is none we know. */
export function readType(text: string): PlacementType | null {
  return read(text, PLACEMENT_TYPES, TYPES);
}

/** Reads a word for what was given in return; null when it is none we know. */
export function readCompensation(text: string): Compensation | null {
  return read(text, COMPENSATIONS, COMPENSATION_WORDS);
}

/** Reads an agreed `rel`; null when it is none we know. */
export function readRel(text: string): RelTerm | null {
  return read(text, REL_TERMS, RELS);
}

/** Reads the lowest accepted step of the URL ladder; null when it is none we know. */
export function readMatch(text: string): AcceptedStep | null {
  return read(text, ACCEPTED_STEPS, {});
}

function read<Word extends string>(
  text: string,
  words: readonly Word[],
  others: Readonly<Record<string, Word>>,
): Word | null {
  const folded = foldHeader(text);
  const own = words.find((word) => foldHeader(word) === folded);
  return own ?? (Object.hasOwn(others, folded) ? (others[folded] ?? null) : null);
}
