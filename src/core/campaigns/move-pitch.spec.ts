import { describe, expect, it } from '@jest/globals';
import { aKind, allThere, aMove, aStanding } from '../../../test/builders/campaign-kind.js';
import { agreedStage, decideMove, movesFrom, statusOf, stuckAfterDays } from './move-pitch.js';
import type { MoveFacts, MoveRefusal, PitchStanding, PitchStatus, WantedMove } from './pitch.js';

const fields = { episode: 'Twelve' };
const invited: PitchStanding = aStanding({ stage: 'invited', fields });
const asksSite = { facts: allThere({ asksApproval: ['site'] }) };

describe('decideMove', () => {
  it.each<[string, Partial<WantedMove>, MoveRefusal, Record<string, unknown>]>([
    ['an archived pitch', { pitch: aStanding({ isArchived: true }) }, 'pitch.archived', {}],
    ['a won pitch', { pitch: aStanding({ outcome: 'won' }) }, 'pitch.closed', { outcome: 'won' }],
    ['a lost pitch', { pitch: aStanding({ outcome: 'lost' }) }, 'pitch.closed', { outcome: 'lost' }],
    ['a stage nobody knows', { to: 'moon' }, 'pitch.stage_unknown', { to: 'moon' }],
    ['the stage it is in', { to: 'found' }, 'pitch.already_there', { to: 'found' }],
    [
      'a stage only the placement leads to',
      { pitch: aStanding({ stage: 'agreed' }), to: 'live' },
      'pitch.only_seen',
      { from: 'agreed', to: 'live' },
    ],
    [
      'a jump',
      { to: 'agreed' },
      'pitch.move_not_allowed',
      { from: 'found', to: 'agreed', allowed: ['invited'] },
    ],
    [
      'a move forward from a stage its kind no longer has',
      { pitch: aStanding({ stage: 'moon' }) },
      'pitch.move_not_allowed',
      { from: 'moon', to: 'invited', allowed: ['found'] },
    ],
    [
      'an approval nobody asked for yet',
      asksSite,
      'pitch.approval_missing',
      { to: 'invited', subject: 'site', state: null },
    ],
    [
      'an approval that was refused',
      { ...asksSite, pitch: aStanding({ fields, approvals: { site: 'refused' } }) },
      'pitch.approval_missing',
      { to: 'invited', subject: 'site', state: 'refused' },
    ],
    [
      'everything required that is missing, at once',
      { pitch: aStanding(), facts: allThere({ hasSite: false, hasContact: false }) },
      'pitch.field_missing',
      { to: 'invited', missing: ['site', 'contact', 'episode'] },
    ],
    [
      'a field of nothing but blanks',
      { pitch: aStanding({ fields: { episode: ' \n' } }) },
      'pitch.field_missing',
      { to: 'invited', missing: ['episode'] },
    ],
    [
      'an agreement without terms',
      { pitch: invited, to: 'agreed', facts: allThere({ hasTerms: false }) },
      'pitch.field_missing',
      { to: 'agreed', missing: ['terms'] },
    ],
  ])('refuses %s', (_, changes, code, params) => {
    expect(decideMove(aMove(changes))).toEqual({ ok: false, code, params });
  });

  it.each<[string, Partial<WantedMove>, Record<string, unknown>]>([
    [
      'the first word to them',
      {},
      {
        stage: 'invited',
        stagePosition: 1,
        status: 'waiting_them',
        outcome: null,
        lossReason: null,
        isContact: true,
      },
    ],
    [
      'one step back',
      { pitch: invited, to: 'found' },
      { stage: 'found', status: 'waiting_us', isContact: false },
    ],
    ['an agreement with terms', { pitch: invited, to: 'agreed' }, { stage: 'agreed', outcome: null }],
    [
      'an approval the client gave',
      { ...asksSite, pitch: aStanding({ fields, approvals: { site: 'accepted' } }) },
      { stage: 'invited' },
    ],
    [
      'a paused pitch, which stays paused',
      { pitch: aStanding({ fields, isPaused: true }) },
      { status: 'paused' },
    ],
    [
      'back to the first stage from one its kind no longer has',
      { pitch: aStanding({ stage: 'moon' }), to: 'found' },
      { stage: 'found' },
    ],
  ])('allows %s', (_, changes, written) => {
    expect(decideMove(aMove(changes))).toMatchObject({ ok: true, changes: written });
  });

  it('closes a pitch that a person moves to a stage that wins', () => {
    const kind = aKind();
    const listed = { ...kind.stages[0]!, key: 'listed', isWon: true as const };
    const moves = { ...kind.moves, found: ['listed'], listed: [] };
    const wanted = aMove({ kind: { ...kind, stages: [...kind.stages, listed], moves }, to: 'listed' });
    expect(decideMove(wanted)).toMatchObject({ ok: true, changes: { status: 'closed', outcome: 'won' } });
  });

  it('counts files for a field of files', () => {
    const draft = {
      key: 'draft',
      type: 'files',
      words: { en: { name: 'Draft' }, nl: { name: 'Concept' } },
    } as const;
    const kind = aKind({
      fields: [...aKind().fields, draft],
      required: { invited: ['draft'], agreed: ['terms'] },
    });
    const withFiles = (files: MoveFacts['files']): boolean =>
      decideMove(aMove({ kind, facts: allThere({ files }) })).ok;
    expect([withFiles({}), withFiles({ draft: 0 }), withFiles({ draft: 2 })]).toEqual([false, false, true]);
  });
});

describe('statusOf', () => {
  it.each<[string, Partial<PitchStanding>, PitchStatus]>([
    ['our turn', {}, 'waiting_us'],
    ['their turn', { stage: 'invited' }, 'waiting_them'],
    ['paused whoever has the turn', { stage: 'invited', isPaused: true }, 'paused'],
    ['closed even while paused', { outcome: 'lost', isPaused: true }, 'closed'],
    ['our turn in a stage nobody knows any more', { stage: 'moon' }, 'waiting_us'],
  ])('%s', (_, changes, status) => {
    expect(statusOf(aKind(), aStanding(changes))).toBe(status);
  });
});

describe('what a kind says of its stages', () => {
  it('names the stage of the agreement, the moves and the days until stuck', () => {
    const kind = aKind();
    expect(agreedStage(kind)).toBe('agreed');
    expect(movesFrom(kind, 'invited')).toEqual(['agreed', 'found']);
    expect([stuckAfterDays(kind, 'invited'), stuckAfterDays(kind, 'moon')]).toEqual([7, 0]);
  });
});
