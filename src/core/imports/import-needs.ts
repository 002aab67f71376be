import { CONTENT_FIELDS, type ImportContent } from './content.js';
import type { RecordMapping } from './record-field.js';

export const IMPORT_NEEDS = ['columns', 'brand', 'ground', 'ground_note'] as const;
/** What an import still has to be told before it can be tried or run. */
export type ImportNeed = (typeof IMPORT_NEEDS)[number];

export const IMPORT_GROUNDS = [
  'consent',
  'published_for_purpose',
  'existing_customer',
  'journalist_request',
  'ongoing_correspondence',
  'other',
  'none_known',
] as const;
/** Why people of a file may be mailed (D268); `none_known` is said deliberately: they come in without a ground. */
export type ImportGround = (typeof IMPORT_GROUNDS)[number];

/** What is known of an import before it is begun. */
export interface ImportPlanFacts {
  readonly content: ImportContent;
  readonly mapping: RecordMapping;
  readonly brandId: string | null;
  /** Whether the person who imports sees all clients. */
  readonly seesAllClients: boolean;
  readonly ground: ImportGround | null;
  readonly groundNote: string;
}

const BY_BRAND: readonly ImportContent[] = ['links_to_us', 'links_to_them', 'linking_sites', 'target_pages'];
const WITH_PEOPLE: readonly ImportContent[] = ['contacts', 'prospects'];
const PERSON_FIELDS = [
  'email',
  'email_2',
  'email_3',
  'email_4',
  'email_5',
  'contact_name',
  'first_name',
  'last_name',
] as const;

/**
 * Says what an import lacks: a column a row must have, the brand its links belong to, and for people the ground on which they may be mailed
 * (D266-D268). A file with a column for the brand, or with our own addresses in it, tells the brand row by row.
 */
export function importNeeds(facts: ImportPlanFacts): readonly ImportNeed[] {
  const needs: ImportNeed[] = [];
  const { required } = CONTENT_FIELDS[facts.content];
  const isMapped = (field: keyof RecordMapping): boolean => facts.mapping[field] !== undefined;
  if (!required.every((group) => group.some(isMapped))) needs.push('columns');
  if (facts.brandId === null && lacksBrand(facts, isMapped)) needs.push('brand');
  if (WITH_PEOPLE.includes(facts.content) && PERSON_FIELDS.some(isMapped)) {
    if (facts.ground === null) needs.push('ground');
    else if (facts.ground === 'other' && facts.groundNote.trim() === '') needs.push('ground_note');
  }
  return needs;
}

function lacksBrand(facts: ImportPlanFacts, isMapped: (field: keyof RecordMapping) => boolean): boolean {
  if (facts.content === 'placements' && !facts.seesAllClients) return true;
  if (!BY_BRAND.includes(facts.content)) return false;
  if (!facts.seesAllClients || facts.content === 'linking_sites') return true;
  if (facts.content === 'target_pages' || isMapped('brand')) return false;
  return facts.content === 'links_to_us' && !isMapped('target_url');
}
