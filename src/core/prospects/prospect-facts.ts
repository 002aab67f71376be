import type { IntakeMode } from '../imports/intake.js';
import { displayHost } from '../sites/site-key.js';
import type { CustomValue } from './custom-field.js';
import type { ProspectStatus, Stage } from './prospect.js';

/** What somebody, or a file, says of a prospect. What is absent is not said. */
export interface ProspectFacts {
  readonly siteId: string;
  readonly siteKey: string;
  readonly status?: ProspectStatus;
  readonly ownerMemberId?: string | null;
  readonly language?: string | null;
  readonly country?: string | null;
  readonly notes?: string;
  readonly stage?: Stage;
  /** True puts the site on the do-not-contact list; false says nothing. */
  readonly doNotContact?: boolean;
  /** Names. */
  readonly tags?: readonly string[];
  readonly topics?: readonly string[];
  /** Values by the key of the field. */
  readonly custom?: Readonly<Record<string, CustomValue>>;
}

/** The columns that facts write. */
export interface ProspectColumns {
  readonly status: ProspectStatus;
  readonly ownerMemberId: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly notes: string;
  readonly stage: Stage;
}

/** A prospect nothing is said of. */
export const BLANK_PROSPECT: ProspectColumns = {
  status: 'new',
  ownerMemberId: null,
  language: null,
  country: null,
  notes: '',
  stage: 'unknown',
};

const COLUMNS = Object.keys(BLANK_PROSPECT) as (keyof ProspectColumns)[];

/**
 * The columns that facts change, with their new values; empty when they say nothing new. `fill` leaves alone what holds anything but its
 * blank value. Saying nothing (absent, null, '') never empties a column.
 */
export function changedColumns(
  before: ProspectColumns,
  facts: ProspectFacts,
  mode: IntakeMode,
): Partial<ProspectColumns> {
  const changed: Partial<Record<keyof ProspectColumns, unknown>> = {};
  for (const column of COLUMNS) {
    const said = facts[column];
    const saysNothing = said === undefined || said === BLANK_PROSPECT[column];
    const isKept = mode === 'fill' && before[column] !== BLANK_PROSPECT[column];
    if (!saysNothing && !isKept && said !== before[column]) changed[column] = said;
  }
  return changed as Partial<ProspectColumns>;
}

/** Several facts about one site as one: in `fill` the first that says something counts, in `replace` the last. Tags are added up. */
export function mergedFacts(
  all: readonly [ProspectFacts, ...ProspectFacts[]],
  mode: IntakeMode,
): ProspectFacts {
  const [head, ...tail] = all;
  const [first = head, ...others] = mode === 'fill' ? [head, ...tail] : [head, ...tail].reverse();
  return others.reduce<ProspectFacts>(
    (merged, facts) => ({
      ...facts,
      ...said(merged),
      tags: [...(merged.tags ?? []), ...(facts.tags ?? [])],
      topics: [...(merged.topics ?? []), ...(facts.topics ?? [])],
      custom: { ...facts.custom, ...merged.custom },
      doNotContact: merged.doNotContact === true || facts.doNotContact === true,
    }),
    first,
  );
}

function said(facts: ProspectFacts): Partial<ProspectFacts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

/** Characters of the notes that searches look at. */
const SEARCHED_NOTES = 500;

/** The text searches look at: the site's name in both spellings and the beginning of the notes, in lower case. */
export function prospectSearchText(siteKey: string, notes: string): string {
  const shown = displayHost(siteKey);
  const names = shown === siteKey ? siteKey : `${siteKey} ${shown}`;
  return `${names} ${notes.slice(0, SEARCHED_NOTES)}`.trim().toLowerCase();
}

/** What tags are compared by: white space folded, lower case, compatibility forms alike (Unicode NFKC). */
export function tagKey(name: string): string {
  return tagName(name).normalize('NFKC').toLowerCase();
}

/** A tag's name as it is shown: white space folded, no control characters, 60 characters at most. */
export function tagName(name: string): string {
  return name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 60)
    .trim();
}
