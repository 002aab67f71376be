/**
 * What a person's own words say about being written to: `clear` wants no more mail, `doubtful` may want that (a person decides),
 * `not_interested` declines this offer only.
 */
export const OPT_OUT_ANSWERS = ['clear', 'doubtful', 'not_interested', 'none'] as const;
export type OptOutAnswer = (typeof OPT_OUT_ANSWERS)[number];

export interface OptOutReading {
  readonly answer: OptOutAnswer;
  /** The sentence it was read from, as evidence; null for `none`. */
  readonly sentence: string | null;
}
