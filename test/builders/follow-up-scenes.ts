import fc from 'fast-check';

/** What reaches the inbox as a mail and is known once it was read; and what people do here, known at once. */
export const MAILS = ['reply', 'colleague', 'out_of_office', 'hard_bounce', 'soft_bounce'] as const;
export const ACTS = ['unsubscribe', 'pause', 'edit'] as const;
/** What a follow-up must not leave after. */
export const STOPPING = ['reply', 'colleague', 'hard_bounce', 'unsubscribe', 'pause', 'edit'];
type Kind = (typeof MAILS)[number] | (typeof ACTS)[number];

/** What happens in one run. */
export interface Scene {
  readonly kind: Kind | 'nothing';
  /** When it comes: so many seconds after the mail is due, or in the very moment of the claim or of the 354. */
  readonly comes: number | 'at_claim' | 'at_354';
  /** Seconds from the claim to the 354. */
  readonly transit: number;
  /** Seconds between two looks into the inbox that nobody asks for, and how long one takes. */
  readonly every: number;
  readonly looking: number;
}

/** Any of them at any time. */
export const scenes = fc.record<Scene>({
  kind: fc.constantFrom<Kind | 'nothing'>(...MAILS, ...ACTS, 'nothing'),
  // Often a minute or two before the mail would leave: that is where a look into the inbox decides.
  comes: fc.oneof(
    fc.noBias(fc.integer({ min: -600, max: 90 })),
    fc.noBias(fc.integer({ min: -140, max: -40 })),
    fc.constantFrom('at_claim' as const, 'at_354' as const),
  ),
  transit: fc.noBias(fc.integer({ min: 0, max: 40 })),
  every: fc.noBias(fc.integer({ min: 30, max: 300 })),
  looking: fc.integer({ min: 0, max: 5 }),
});

/** What the reading of the inbox takes each for, and whether the address is gone for good. */
export const TAKEN_FOR: Readonly<
  Record<(typeof MAILS)[number], readonly [kind: string, permanent: boolean]>
> = {
  reply: ['reply', false],
  colleague: ['reply', false],
  out_of_office: ['auto_reply', false],
  hard_bounce: ['bounce', true],
  soft_bounce: ['bounce', false],
};
