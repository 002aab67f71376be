import { beforeAll, describe, expect, it } from '@jest/globals';
import { allThere, aStanding } from '../../../test/builders/campaign-kind.js';
import { loadKinds } from '../../platform/campaign-kinds/load-kinds.js';
import { fromRoot } from '../../platform/paths.js';
import { checkKind } from './check-kind.js';
import type { Kind, OwnField } from './kind.js';
import { decideMove, missingFor } from './move-pitch.js';
import type { MoveFacts, MoveRefusal, WantedMove } from './pitch.js';

/**
 * For every kind each pair of stages: the line is where a pitch stands, the columns are the same stages in the same order.
 * x a person may move it, . refused, s only the placement leads there, c refused because it is closed, = it stands there.
 */
const MOVES: Readonly<Record<string, string>> = {
  broken_link: `
    found    = x . . . . s s s
    proven   x = x . . . s s s
    matched  . x = x . . s s s
    reported . . x = x x s s s
    replied  . . . x = x s s s
    promised . . . . x = s s s
    live     c c c c c c c c c
    differs  . . . . . x s = s
    removed  . . . . . x s s =
  `,
  competitor_gap: `
    found     = x . . . . s s s
    qualified x = x . . . s s s
    matched   . x = x . . s s s
    pitched   . . x = x x s s s
    replied   . . . x = x s s s
    promised  . . . . x = s s s
    live      c c c c c c c c c
    differs   . . . . . x s = s
    removed   . . . . . x s s =
  `,
  digital_pr: `
    listed     = x . . . . s s s
    angled     x = x . . . s s s
    pitched    . x = x x x s s s
    interested . . x = x x s s s
    mentioned  . . . x = x s s s
    picked_up  . . . x x = s s s
    live       c c c c c c c c c
    differs    . . . . . x s = s
    removed    . . . . . x s s =
  `,
  directory: `
    found     = x . . . s s s
    qualified x = x . . s s s
    submitted . x = x x s s s
    questions . . x = x s s s
    accepted  . . x . = s s s
    live      c c c c c c c c
    differs   . . . . x s = s
    removed   . . . . x s s =
  `,
  guest_blogging: `
    found        = x . . . . . . . s s s
    qualified    x = x . . . . . . s s s
    pitched      . x = x . . . . . s s s
    topic_agreed . . x = x . . . . s s s
    drafting     . . . x = x . . . s s s
    submitted    . . . . x = x x . s s s
    edits        . . . . . x = x . s s s
    scheduled    . . . . . . x = x s s s
    published    . . . . . . . x = s s s
    live         c c c c c c c c c c c c
    differs      . . . . . . . x . s = s
    removed      . . . . . . . x . s s =
  `,
  haro: `
    received  = x . . . . . s s s
    claimed   x = x . . . . s s s
    drafted   . x = x . . . s s s
    sent      . . x = x x x s s s
    replied   . . . x = x x s s s
    mentioned . . . . x = x s s s
    quoted    . . . . x x = s s s
    live      c c c c c c c c c c
    differs   . . . . . . x s = s
    removed   . . . . . . x s s =
  `,
  link_insertion: `
    found       = x . . . . . s s s
    qualified   x = x . . . . s s s
    asked       . x = x . . . s s s
    quoted      . . x = x x . s s s
    negotiating . . . x = x . s s s
    confirmed   . . . x . = x s s s
    ordered     . . . . . x = s s s
    live        c c c c c c c c c c
    differs     . . . . . . x s = s
    removed     . . . . . . x s s =
  `,
  link_reclamation: `
    noticed    = x . . . s s s
    understood x = x . . s s s
    asked      . x = x x s s s
    replied    . . x = x s s s
    promised   . . . x = s s s
    live       c c c c c c c c
    differs    . . . . x s = s
    removed    . . . . x s s =
  `,
  partnership: `
    found      = x . . . . s s s
    reasoned   x = x . . . s s s
    proposed   . x = x x . s s s
    discussing . . x = x . s s s
    agreed     . . . x = x s s s
    ours_done  . . . . x = s s s
    live       c c c c c c c c c
    differs    . . . . x . s = s
    removed    . . . . x . s s =
  `,
  unlinked_mention: `
    found     = x . . . s s s
    confirmed x = x . . s s s
    asked     . x = x x s s s
    replied   . . x = x s s s
    promised  . . . x = s s s
    live      c c c c c c c c
    differs   . . . . x s = s
    removed   . . . . x s s =
  `,
};

const REFUSED: Partial<Record<MoveRefusal, string>> = {
  'pitch.move_not_allowed': '.',
  'pitch.only_seen': 's',
  'pitch.closed': 'c',
  'pitch.already_there': '=',
};

const DEAD = 'https://there.example/gone';
const sights = ['2026-11-18', '2026-11-20'].map((on) => ({ url: DEAD, on, status: 404, finding: null }));

/** Something for every field: moves are refused for the graph alone. */
function filled(fields: readonly OwnField[]): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ key, type }) => [key, type === 'proof' ? sights : DEAD]));
}

function wanted(kind: Kind, from: string, to: string): WantedMove {
  const isWon = kind.stages.some((stage) => stage.key === from && stage.isWon === true);
  const pitch = aStanding({ stage: from, outcome: isWon ? 'won' : null, fields: filled(kind.fields) });
  return { kind, pitch, to, facts: allThere() };
}

const graphOf = (kind: Kind): string[] =>
  kind.stages.map((from) => {
    const cells = kind.stages.map((to) => {
      const decision = decideMove(wanted(kind, from.key, to.key));
      return decision.ok ? 'x' : (REFUSED[decision.code] ?? decision.code);
    });
    return `${from.key} ${cells.join(' ')}`;
  });

const nothingThere = allThere({
  hasSite: false,
  hasContact: false,
  hasTargetPage: false,
  hasAsset: false,
  hasTerms: false,
});

const NEED_FACTS: Readonly<Record<string, Partial<MoveFacts>>> = {
  site: { hasSite: false },
  contact: { hasContact: false },
  target_page: { hasTargetPage: false },
  asset: { hasAsset: false },
  terms: { hasTerms: false },
};

/** What a stage misses when one thing is left out. */
function missingWithout(kind: Kind, to: string, lacking: string): string[] {
  const { [lacking]: _, ...fields } = filled(kind.fields);
  return missingFor(kind, to, aStanding({ fields }), allThere(NEED_FACTS[lacking]));
}

const linesOf = (table: string): string[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().replace(/ +/g, ' '));

describe('the campaign kinds', () => {
  const kinds = new Map<string, Kind>();
  const kindOf = (key: string): Kind => kinds.get(key)!;

  beforeAll(async () => {
    const loaded = await loadKinds(fromRoot('src', 'core', 'campaigns', 'kinds'));
    for (const kind of loaded) kinds.set(kind.key, kind);
  });

  it('each have a table of moves here', () => {
    expect([...kinds.keys()].sort()).toEqual(Object.keys(MOVES).sort());
  });

  describe.each(Object.entries(MOVES))('%s', (key, table) => {
    it('allows and refuses these moves', () => {
      expect(graphOf(kindOf(key))).toEqual(linesOf(table));
    });

    it('has no unreachable stage, no dead end and no other fault', () => {
      expect(checkKind(kindOf(key))).toEqual([]);
    });

    it('names whatever a stage asks for and the pitch lacks', () => {
      const kind = kindOf(key);
      for (const [to, asked] of Object.entries(kind.required)) {
        for (const lacking of asked) expect(missingWithout(kind, to, lacking)).toContain(lacking);
        expect(missingFor(kind, to, aStanding(), nothingThere)).toEqual(asked);
        expect(missingFor(kind, to, aStanding({ fields: filled(kind.fields) }), allThere())).toEqual([]);
      }
    });

    it('awaits no link without a site and without terms', () => {
      const asked = Object.values(kindOf(key).required).flat();
      expect(asked).toEqual(expect.arrayContaining(['site', 'terms']));
    });
  });

  it.each<[fact: string, key: string, to: string, asked: string[]]>([
    ['no topic is agreed that is not written down', 'guest_blogging', 'topic_agreed', ['topic']],
    [
      'nobody writes without a brief owner and a day',
      'guest_blogging',
      'drafting',
      ['topic', 'writer', 'dueOn'],
    ],
    ['no dead page is reported that was not dead on two days', 'broken_link', 'reported', ['proof']],
    ['no answer is sent without deadline and expert', 'haro', 'sent', ['deadlineOn', 'expert', 'answer']],
    ['nobody asks for a link before the sentence is found', 'unlinked_mention', 'asked', ['sentence']],
    [
      'nothing is ordered before price, term and label are in writing',
      'link_insertion',
      'ordered',
      ['price', 'termMonths', 'label', 'agreement'],
    ],
    ['no story goes out without figure and method', 'digital_pr', 'pitched', ['news', 'figure', 'method']],
    [
      'nobody proposes before the litmus test and the reason',
      'partnership',
      'proposed',
      ['reason', 'wouldLinkAnyway', 'readersGain'],
    ],
    [
      'no entry is sent without its facts',
      'directory',
      'submitted',
      ['category', 'listingName', 'description'],
    ],
    ['nobody asks for a link back before the cause is known', 'link_reclamation', 'asked', ['changeNote']],
    ['nobody is approached before it is said what ours adds', 'competitor_gap', 'pitched', ['whyBetter']],
  ])('%s', (_, key, to, asked) => {
    expect(kindOf(key).required[to]).toEqual(expect.arrayContaining(asked));
  });
});
