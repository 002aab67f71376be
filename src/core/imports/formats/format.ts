import type { ImportContent } from '../content.js';
import type { DateOrder } from '../read-moment.js';
import type { FieldKey } from '../record-field.js';

/** A format of file that is known by its headers. Headers are folded; several names of one thing are parted by `|`. */
export interface Format {
  readonly id: string;
  readonly tool: string;
  readonly name: string;
  readonly content: ImportContent;
  /** Each must be there, by one of its names. */
  readonly needs: readonly string[];
  /** None may be there. */
  readonly lacks?: string;
  /** More columns than these make it something else. */
  readonly mostColumns?: number;
  /** Fields and the headers they stand under. */
  readonly columns: Readonly<Partial<Record<FieldKey, string>>>;
  /** Columns that become lines of the notes, under their own header. */
  readonly remarks?: string;
  /** Known by aliases that no file proved: a person looks at the mapping. */
  readonly isLikely?: true;
  /** What the file is when its links all stand on one site. */
  readonly whenOneSource?: 'ahrefs_outgoing_links';
  readonly quirks?: FormatQuirks;
}

/** How a tool's files differ from what their cells seem to say. */
export interface FormatQuirks {
  /** The state of links of which the file says nothing more: it lists those that stand. */
  readonly assumedState?: 'live';
  /** A flag is false when its cell is empty, and true whatever stands there (D211). */
  readonly hasBareFlags?: true;
  /** The order of day and month the tool writes. */
  readonly dateOrder?: DateOrder;
  /** Kinds of links, beyond the usual ones, that are none: a picture that is loaded. */
  readonly noLinks?: readonly string[];
  /** Columns after "Intersect" are compared sites. */
  readonly hasCompetitors?: true;
}
