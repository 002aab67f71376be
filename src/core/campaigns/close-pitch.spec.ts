import { describe, expect, it } from '@jest/globals';
import { aKind, allThere, aStanding } from '../../../test/builders/campaign-kind.js';
import type { PlacementState } from '../placements/placement.js';
import { decideLoss, decideReopen, placementMove } from './close-pitch.js';
import type { MoveRefusal, PitchStanding } from './pitch.js';

const kind = aKind();
const lostAt = (stage: string): PitchStanding => aStanding({ stage, outcome: 'lost' });
const won = aStanding({ stage: 'live', outcome: 'won' });

describe('decideLoss', () => {
  it.each<[string, Partial<PitchStanding>, string, MoveRefusal]>([
    ['an archived pitch', { isArchived: true }, 'declined', 'pitch.archived'],
    ['a closed pitch', { outcome: 'won' }, 'declined', 'pitch.closed'],
    ['a reason its kind does not know', {}, 'bored', 'pitch.loss_reason_unknown'],
    ['another reason without words', {}, 'other', 'pitch.loss_note_missing'],
  ])('refuses %s', (_, changes, reason, code) => {
    expect(decideLoss(kind, aStanding(changes), { reason, note: '  ' })).toMatchObject({ ok: false, code });
  });

  it.each([
    ['a reason of its kind', 'no_reply', ''],
    ['another reason in words', 'other', 'The editor left.'],
  ])('closes a pitch where it stands: %s', (_, reason, note) => {
    const lost = decideLoss(kind, aStanding({ stage: 'invited', isPaused: true }), { reason, note });
    const changes = {
      stage: 'invited',
      stagePosition: 1,
      status: 'closed',
      outcome: 'lost',
      lossReason: reason,
    };
    expect(lost).toMatchObject({ ok: true, changes });
  });
});

describe('decideReopen', () => {
  it.each<[string, PitchStanding, string | null, string]>([
    ['a lost pitch goes on where it stood', lostAt('invited'), null, 'invited'],
    ['a pitch lost after its link was removed stays there', lostAt('removed'), null, 'removed'],
    ['one whose stage is no more begins anew', lostAt('moon'), null, 'found'],
    ['a won pitch goes back to its agreement', won, null, 'agreed'],
    ['a lost pitch may go further back', lostAt('agreed'), 'found', 'found'],
    ['a lost pitch may take the next step at once', lostAt('invited'), 'agreed', 'agreed'],
  ])('%s', (_, pitch, to, stage) => {
    const reopened = decideReopen({ kind, pitch, to, facts: allThere() });
    expect(reopened).toMatchObject({ ok: true, changes: { stage, outcome: null, lossReason: null } });
  });

  it.each<[string, PitchStanding, string | null, MoveRefusal]>([
    ['an archived pitch', { ...won, isArchived: true }, null, 'pitch.archived'],
    ['an open pitch', aStanding(), null, 'pitch.not_closed'],
    ['a stage nobody knows', won, 'moon', 'pitch.stage_unknown'],
    ['a stage only the placement leads to', lostAt('agreed'), 'live', 'pitch.only_seen'],
    ['a jump ahead', lostAt('found'), 'agreed', 'pitch.move_not_allowed'],
    ['a next step without what it asks for', lostAt('invited'), 'agreed', 'pitch.field_missing'],
  ])('refuses %s', (_, pitch, to, code) => {
    const facts = allThere({ hasTerms: false });
    expect(decideReopen({ kind, pitch, to, facts })).toMatchObject({ ok: false, code });
  });
});

describe('placementMove', () => {
  const agreed = aStanding({ stage: 'agreed' });

  it.each<[string, PitchStanding, PlacementState[], string | null]>([
    ['a link seen live wins', agreed, ['live'], 'live'],
    [
      'a link seen sooner than anybody noted the agreement wins, too',
      aStanding({ stage: 'invited' }),
      ['live'],
      'live',
    ],
    ['one of two still awaited leaves it', agreed, ['live', 'awaited'], null],
    ['one that differs counts before the live one', agreed, ['live', 'differs'], 'differs'],
    ['one that is gone counts before all', agreed, ['differs', 'removed', 'awaited'], 'removed'],
    ['a site gone for good is a link gone', won, ['site_gone'], 'removed'],
    ['a restored link wins again', aStanding({ stage: 'removed' }), ['live'], 'live'],
    ['a replaced one is not counted', aStanding({ stage: 'removed' }), ['replaced', 'live'], 'live'],
    ['what could not be checked leads nowhere', won, ['check_by_hand'], null],
    ['a site that is down leads nowhere', won, ['site_down'], null],
    ['an ended link leaves a won pitch won', won, ['ended'], null],
    ['a released link leads nowhere', agreed, ['released'], null],
    ['it stays where it is', won, ['live'], null],
    ['no placement leads nowhere', agreed, [], null],
    ['a lost pitch whose link appears after all is won', lostAt('agreed'), ['live'], 'live'],
    ['a pitch lost for a link that comes back is won again', lostAt('removed'), ['live'], 'live'],
    ['a pitch that was lost while it stood live is won again', lostAt('live'), ['live'], 'live'],
    ['a lost pitch whose link is removed stays lost', lostAt('agreed'), ['removed'], null],
    ['a lost pitch whose link differs stays lost', lostAt('agreed'), ['differs'], null],
    ['an archived pitch stays', { ...agreed, isArchived: true }, ['live'], null],
  ])('%s', (_, pitch, states, stage) => {
    expect(placementMove(kind, pitch, states)?.stage ?? null).toBe(stage);
  });

  it('closes with a live link and opens again with one that is gone', () => {
    expect(placementMove(kind, agreed, ['live'])).toMatchObject({ status: 'closed', outcome: 'won' });
    expect(placementMove(kind, won, ['removed'])).toMatchObject({ status: 'waiting_us', outcome: null });
  });

  it('leads to live or nowhere in a kind that has only that stage', () => {
    const plain = aKind({ onPlacement: { live: 'live' } });
    expect(placementMove(plain, agreed, ['differs'])?.stage).toBe('live');
    expect(placementMove(plain, agreed, ['removed'])).toBeNull();
  });
});
