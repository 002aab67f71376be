import type { Kind, Stage } from '../../src/core/campaigns/kind.js';
import type { MoveFacts, PitchStanding, WantedMove } from '../../src/core/campaigns/pitch.js';
import { PAGE_FIELDS, USUAL_LOSSES } from '../../src/core/campaigns/usual-parts.js';

function words(name: string): Stage['words'] {
  return { en: { name, nextStep: `Do ${name}` }, nl: { name, nextStep: `Doe ${name}` } };
}

/** A small kind without faults: found > invited > agreed, then live, differs or removed as the placement says. */
export function aKind(changes: Partial<Kind> = {}): Kind {
  return {
    key: 'podcast',
    words: {
      en: { name: 'Podcasts', description: 'Be a guest in a podcast.' },
      nl: { name: 'Podcasts', description: 'Te gast zijn in een podcast.' },
    },
    stages: [
      { key: 'found', words: words('found'), whoMoves: 'us', stuckAfterDays: 14 },
      {
        key: 'invited',
        words: words('invited'),
        whoMoves: 'them',
        stuckAfterDays: 7,
        needsApproval: 'site',
        isContact: true,
      },
      { key: 'agreed', words: words('agreed'), whoMoves: 'them', stuckAfterDays: 30, isAgreed: true },
      { key: 'live', words: words('live'), whoMoves: 'us', stuckAfterDays: 14, isWon: true, isSeen: true },
      { key: 'differs', words: words('differs'), whoMoves: 'us', stuckAfterDays: 14, isSeen: true },
      { key: 'removed', words: words('removed'), whoMoves: 'us', stuckAfterDays: 14, isSeen: true },
    ],
    defaultStage: 'found',
    moves: {
      found: ['invited'],
      invited: ['agreed', 'found'],
      agreed: ['invited'],
      live: [],
      differs: [],
      removed: [],
    },
    fields: [
      { key: 'episode', type: 'text', words: { en: { name: 'Episode' }, nl: { name: 'Aflevering' } } },
      {
        key: 'format',
        type: 'choice',
        words: { en: { name: 'Format' }, nl: { name: 'Vorm' } },
        choices: [
          { key: 'talk', words: { en: { name: 'Talk' }, nl: { name: 'Gesprek' } } },
          { key: 'panel', words: { en: { name: 'Panel' }, nl: { name: 'Panel' } } },
        ],
      },
      ...PAGE_FIELDS,
    ],
    required: { invited: ['site', 'contact', 'episode'], agreed: ['terms'] },
    losses: USUAL_LOSSES,
    placement: { type: 'partnership', compensation: 'none' },
    onPlacement: { live: 'live', differs: 'differs', removed: 'removed' },
    sequence: [{ purpose: 'first', afterWorkingDays: 0 }],
    mails: ['first'],
    ...changes,
  };
}

/** An open pitch in the first stage of `aKind` with nothing filled in. */
export function aStanding(changes: Partial<PitchStanding> = {}): PitchStanding {
  return {
    stage: 'found',
    outcome: null,
    isPaused: false,
    isArchived: false,
    fields: {},
    approvals: {},
    ...changes,
  };
}

/** Everything is there and the campaign asks for no approval. */
export function allThere(changes: Partial<MoveFacts> = {}): MoveFacts {
  return {
    hasSite: true,
    hasContact: true,
    hasTargetPage: true,
    hasAsset: true,
    hasTerms: true,
    files: {},
    asksApproval: [],
    ...changes,
  };
}

/** A move of `aKind` to its second stage that is allowed. */
export function aMove(changes: Partial<WantedMove> = {}): WantedMove {
  return {
    kind: aKind(),
    pitch: aStanding({ fields: { episode: 'Twelve' } }),
    to: 'invited',
    facts: allThere(),
    ...changes,
  };
}
