/** What the judge must know beside terms and visit. */
export interface JudgeContext {
  /** Money, goods or a link was given for the placement. */
  readonly compensated: boolean;
  /** A person has recorded that the page labels the link in another way than by rel ("advertisement" in words). */
  readonly labelled?: boolean;
  /** Hash of the page's main text from the last visit that saw the link; null when there is none. */
  readonly knownMainTextHash: string | null;
  /** Our own target page fails at the moment. */
  readonly targetFailing: boolean;
}

/** A context in which nothing is known beyond terms and visit, as on the command line. */
export const NO_CONTEXT: JudgeContext = { compensated: false, knownMainTextHash: null, targetFailing: false };
