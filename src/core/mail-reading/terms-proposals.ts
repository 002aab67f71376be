/** A proposed value with the sentence it was read from. */
export interface Proposal<Value> {
  readonly value: Value;
  readonly sentence: string;
}

export const PROPOSED_RELS = ['follow', 'nofollow', 'sponsored', 'ugc'] as const;
export type ProposedRel = (typeof PROPOSED_RELS)[number];

export interface ProposedPrice {
  /** Decimal text with a point, e.g. `149.50`. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

export interface ProposedWords {
  readonly min: number | null;
  readonly max: number | null;
}

/** What a reply may have agreed to. A person takes each over or not; nothing is recorded by itself. */
export interface TermsProposals {
  readonly links: readonly Proposal<string>[];
  readonly rel: Proposal<ProposedRel> | null;
  readonly linkCount: Proposal<number> | null;
  /** YYYY-MM-DD. */
  readonly date: Proposal<string> | null;
  readonly price: Proposal<ProposedPrice> | null;
  readonly words: Proposal<ProposedWords> | null;
}
