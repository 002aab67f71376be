import { describe, expect, it } from '@jest/globals';
import { aKind } from '../../../test/builders/campaign-kind.js';
import { readKind } from './check-kind.js';
import type { Kind, OwnField, Stage } from './kind.js';
import { KIND_PROBLEMS, type KindProblem } from './kind-problem.js';

const kind = aKind();

const stages = (key: string, changes: Record<string, unknown>): Partial<Kind> => ({
  stages: kind.stages.map((stage) => (stage.key === key ? { ...stage, ...changes } : stage)),
});

const field = (changes: Partial<Record<keyof OwnField, unknown>>): Partial<Kind> => ({
  fields: [
    ...kind.fields,
    {
      key: 'mine',
      type: 'text',
      words: { en: { name: 'Mine' }, nl: { name: 'Mijn' } },
      ...changes,
    } as OwnField,
  ],
});

const moves = (from: string, to: readonly string[]): Partial<Kind> => ({
  moves: { ...kind.moves, [from]: to },
});

const without = (list: 'losses' | 'fields', key: string): Partial<Kind> => ({
  [list]: kind[list].filter((one) => one.key !== key),
});

const aside: Stage = {
  ...kind.stages[0]!,
  key: 'aside',
};

const planted: [fact: string, changes: Record<string, unknown>, code: KindProblem['code'], at: string][] = [
  ['a kind without stages', { stages: undefined }, 'missing_key', 'stages'],
  ['a stage without a mover', stages('found', { whoMoves: undefined }), 'missing_key', 'stages.0.whoMoves'],
  ['a key nobody knows', { colour: 'red' }, 'unknown_key', 'colour'],
  ['a key of a stage nobody knows', stages('found', { icon: 'x' }), 'unknown_key', 'stages.0.icon'],
  ['a type of field nobody knows', field({ type: 'colour' }), 'wrong_value', 'fields.5.type'],
  ['moves in a list', { moves: [] }, 'wrong_value', 'moves'],
  ['losses that are no list', { losses: {} }, 'wrong_value', 'losses'],
  [
    'words that are no words',
    { words: { en: 'Podcasts', nl: 'Podcasts' } },
    'missing_words',
    'words.en.name',
  ],
  ['a mail that is no purpose', { mails: ['third'] }, 'wrong_value', 'mails.0'],
  [
    'half a day of patience',
    stages('found', { stuckAfterDays: 0.5 }),
    'wrong_value',
    'stages.0.stuckAfterDays',
  ],
  ['a key with a capital', { key: 'Podcast' }, 'wrong_value', 'key'],
  ['a language of words nobody knows', { words: { ...kind.words, fr: {} } }, 'unknown_key', 'words.fr'],
  ['no Dutch words', { words: { en: kind.words.en } }, 'missing_words', 'words.nl.name'],
  [
    'blank words of a stage',
    stages('found', { words: { ...kind.stages[0]!.words, nl: { name: ' ', nextStep: 'x' } } }),
    'missing_words',
    'stages.0.words.nl.name',
  ],
  [
    'a hint in one language and blank',
    field({ words: { en: { name: 'x', hint: '' }, nl: { name: 'x' } } }),
    'missing_words',
    'fields.5.words.en.hint',
  ],
  ['a stage named twice', { stages: [...kind.stages, kind.stages[0]] }, 'repeated_key', 'stages.found'],
  ['a move named twice', moves('found', ['invited', 'invited']), 'repeated_key', 'moves.found.invited'],
  ['a move to nowhere', moves('found', ['invited', 'moon']), 'unknown_stage', 'moves.found.moon'],
  [
    'a requirement of a stage that is not',
    { required: { ...kind.required, moon: ['site'] } },
    'unknown_stage',
    'required.moon',
  ],
  ['a start that is not', { defaultStage: 'moon' }, 'unknown_stage', 'defaultStage'],
  ['a placement that leads nowhere', { onPlacement: { live: 'moon' } }, 'unknown_stage', 'onPlacement.live'],
  [
    'a stage nobody reaches',
    { stages: [...kind.stages, aside], moves: { ...kind.moves, aside: ['found'] } },
    'unreachable_stage',
    'stages.aside',
  ],
  [
    'a stage that leads to no win',
    { stages: [aside, ...kind.stages], moves: { ...kind.moves, found: ['invited', 'aside'], aside: [] } },
    'dead_end_stage',
    'stages.aside',
  ],
  [
    'a stage without its line of moves',
    { moves: { ...kind.moves, removed: undefined } },
    'wrong_value',
    'moves.removed',
  ],
  [
    'a stage whose moves are forgotten',
    { moves: Object.fromEntries(Object.entries(kind.moves).slice(1)) },
    'missing_moves',
    'moves.found',
  ],
  ['a person who makes it live', moves('agreed', ['live']), 'moved_to_seen_stage', 'moves.agreed.live'],
  ['two first words to them', stages('agreed', { isContact: true }), 'not_one_contact_stage', 'stages'],
  ['no stage for the agreement', stages('agreed', { isAgreed: undefined }), 'not_one_agreed_stage', 'stages'],
  ['no stage that wins', stages('live', { isWon: undefined }), 'no_won_stage', 'stages'],
  [
    'a seen stage nothing leads to',
    { onPlacement: { live: 'live', differs: 'differs' } },
    'seen_stage_without_placement',
    'stages.removed',
  ],
  [
    'a placement that leads where persons go',
    { onPlacement: { ...kind.onPlacement, differs: 'agreed' } },
    'placement_stage_not_seen',
    'stages.agreed',
  ],
  [
    'a live link that wins nothing',
    { onPlacement: { live: 'differs', differs: 'live', removed: 'removed' } },
    'live_stage_not_won',
    'onPlacement.live',
  ],
  [
    'a required field that is not',
    { required: { ...kind.required, invited: ['titel'] } },
    'unknown_requirement',
    'required.invited.titel',
  ],
  [
    'a requirement somebody gets round',
    moves('found', ['invited', 'agreed']),
    'avoidable_requirement',
    'required.invited.episode',
  ],
  [
    'an approval somebody gets round',
    moves('found', ['invited', 'agreed']),
    'avoidable_approval',
    'stages.invited',
  ],
  [
    'an agreement without terms',
    { required: { invited: ['episode'] } },
    'agreed_without_terms',
    'required.agreed',
  ],
  ['no field for the observation', without('fields', 'observation'), 'missing_field', 'fields.observation'],
  ['a choice of nothing', field({ type: 'choice', choices: [] }), 'field_without_choices', 'fields.mine'],
  [
    'choices of a text',
    field({ choices: kind.fields[1]!.choices }),
    'field_setting_out_of_place',
    'fields.mine',
  ],
  ['a text on the calendar', field({ onCalendar: 'due' }), 'field_setting_out_of_place', 'fields.mine'],
  ['a proof of nothing', field({ type: 'proof' }), 'field_setting_out_of_place', 'fields.mine'],
  [
    'a proof of a text',
    field({ type: 'proof', proves: 'episode' }),
    'field_setting_out_of_place',
    'fields.mine',
  ],
  [
    'a price a client sees',
    field({ type: 'money', shownFor: ['draft'] }),
    'money_shown_to_client',
    'fields.mine',
  ],
  ['no loss for those who decline', without('losses', 'declined'), 'missing_loss', 'losses.declined'],
  [
    'a mail of the sequence that is not written',
    { mails: ['answer'] },
    'sequence_without_mail',
    'sequence.first',
  ],
  [
    'a sequence that begins late',
    { sequence: [{ purpose: 'first', afterWorkingDays: 2 }] },
    'sequence_out_of_order',
    'sequence',
  ],
];

describe('readKind', () => {
  it('finds nothing wrong with a sound kind', () => {
    expect(readKind(kind)).toEqual({ ok: true, kind });
  });

  it.each(planted)('finds %s', (_, changes, code, at) => {
    const read = readKind({ ...kind, ...changes });
    expect(read.ok ? [] : read.problems).toContainEqual({ code, at });
  });

  it.each([undefined, null, 'podcast', [], 7])('takes %j for no kind', (value) => {
    expect(readKind(value)).toEqual({ ok: false, problems: [{ code: 'wrong_value', at: '' }] });
  });

  it('has a planted fault for every problem it knows', () => {
    const shown = new Set(planted.map(([, , code]) => code));
    expect(KIND_PROBLEMS.filter((code) => !shown.has(code))).toEqual([]);
  });
});
