/** What becomes of a site that somebody wants to make a prospect, among many. */
export const ADDITION_OUTCOMES = ['added', 'already_there', 'restored', 'refused'] as const;
export type AdditionOutcome = (typeof ADDITION_OUTCOMES)[number];

/** Why one is not added, the most telling first. */
export const ADDITION_REFUSALS = ['no_site', 'own_site', 'do_not_contact', 'excluded'] as const;
export type AdditionRefusal = (typeof ADDITION_REFUSALS)[number];

/** What is known of the site, and of the prospect it may be already. */
export interface AdditionFacts {
  /** False where the address names no site. */
  readonly isSite: boolean;
  /** A brand of ours lives there. */
  readonly isOwn: boolean;
  readonly isSuppressed: boolean;
  /** The client it is meant for wants no link from it. */
  readonly isExcluded: boolean;
  readonly prospect: 'none' | 'here' | 'archived';
}

export interface Addition {
  readonly outcome: AdditionOutcome;
  readonly refusal: AdditionRefusal | null;
}

/**
 * What becomes of one of many sites that are made prospects in one act. One that is there already is told so whatever stands against it.
 * Whoever adds many reads no warning of each, so what a single addition warns of is refused here.
 */
export function judgeAddition(facts: AdditionFacts): Addition {
  if (facts.prospect === 'here') return { outcome: 'already_there', refusal: null };
  const refusal = refusalOf(facts);
  if (refusal !== null) return { outcome: 'refused', refusal };
  return { outcome: facts.prospect === 'archived' ? 'restored' : 'added', refusal: null };
}

function refusalOf({ isSite, isOwn, isSuppressed, isExcluded }: AdditionFacts): AdditionRefusal | null {
  const against: Readonly<Record<AdditionRefusal, boolean>> = {
    no_site: !isSite,
    own_site: isOwn,
    do_not_contact: isSuppressed,
    excluded: isExcluded,
  };
  return ADDITION_REFUSALS.find((code) => against[code]) ?? null;
}
