import { AHREFS } from './ahrefs.js';
import type { Format } from './format.js';
import { GENERIC } from './generic.js';
import { MAJESTIC } from './majestic.js';
import { MOZ } from './moz.js';
import { CRAWLERS, OUTREACH } from './other-tools.js';
import { REFERRING_DOMAINS } from './referring-domains.js';
import { SEARCH_CONSOLE } from './search-console.js';
import { SEMRUSH } from './semrush.js';

/** Every format that is known, those of tools before those of no tool. */
export const FORMATS: readonly Format[] = [
  ...AHREFS,
  ...SEMRUSH,
  ...MOZ,
  ...MAJESTIC,
  ...REFERRING_DOMAINS,
  ...SEARCH_CONSOLE,
  ...CRAWLERS,
  ...OUTREACH,
  ...GENERIC,
];

/** The format of a name; null when there is none. */
export function formatById(id: string): Format | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}

/** A format as people call it: the tool and which of its files. */
export function formatTitle({ tool, name }: Format): string {
  return `${tool}: ${name}`;
}

/** Names of one thing, parted by `|`. */
export function aliases(names: string | undefined): readonly string[] {
  return names === undefined ? [] : names.split('|');
}

const KNOWN: ReadonlySet<string> = new Set(
  FORMATS.flatMap((format) => [
    ...format.needs.flatMap(aliases),
    ...Object.values(format.columns).flatMap(aliases),
    ...aliases(format.remarks),
  ]),
);

/** Whether some format has a column of this (folded) name. */
export function isKnownHeader(folded: string): boolean {
  return KNOWN.has(folded);
}
