import { describe, expect, it } from '@jest/globals';
import type { ConflictTouch, SiteConflict } from '../../../api/prospect-views.js';
import { en } from '../../../i18n/en.js';
import { messagesOf } from '../../../i18n/messages.js';
import { additionMark, knownMarks } from './found-marks.js';
import type { Addition, FoundSite } from './web-search-api.js';

const seen = {
  clientId: 'hats',
  now: new Date('2026-11-20T10:00:00Z'),
  t: messagesOf(en, 'en', 'Europe/Amsterdam'),
};

const NEW: FoundSite = {
  siteKey: 'a.example',
  displayHost: 'a.example',
  siteId: null,
  prospect: null,
  ownBrand: null,
  placements: 0,
  conflict: null,
};

const FREE: SiteConflict = {
  answer: 'free',
  reasons: [],
  coolDownDays: 90,
  touches: [],
  ownedBy: null,
  lockedUntil: null,
  liveLinks: [],
  exclusions: [],
  suppression: null,
  siblings: [],
  exempt: null,
};

const TOUCH: ConflictTouch = {
  id: '1',
  at: '2026-11-12T10:00:00Z',
  kind: 'mail',
  direction: 'out',
  result: 'declined',
  memberName: 'Jan',
  clientId: 'hats',
  clientName: 'Hats',
  brandName: null,
  isHidden: false,
  counts: true,
};

const PROSPECT = { id: '1', status: 'new', ownerName: null, archivedAt: null } as const;
const rival = (clientId: string) => ({ clientId, clientName: clientId, reason: 'competitor' }) as const;
const guarded = (conflict: Partial<SiteConflict>) => ({ conflict: { ...FREE, ...conflict } });

describe('what the team knows of a found site', () => {
  it.each<[string, Partial<FoundSite>, readonly string[]]>([
    ['a site nobody knows has no mark', {}, []],
    ['a site nothing stands against has none', guarded({}), []],
    ['a prospect', { prospect: PROSPECT }, ['plain: Prospect, new']],
    [
      'an archived one',
      { prospect: { ...PROSPECT, archivedAt: '2026-01-01T00:00:00Z' } },
      ['plain: Archived prospect'],
    ],
    ['our own site', { ownBrand: { id: '1', name: 'Hats' } }, ['stop: Our own: Hats']],
    [
      'the exclusion of the client in view',
      guarded({ exclusions: [rival('hats')] }),
      ['stop: Excluded for hats'],
    ],
    ['not the exclusion of another', guarded({ exclusions: [rival('shoes')] }), []],
    [
      'who was there, for whom, with what result and when',
      guarded({ touches: [TOUCH] }),
      ['warn: Jan: wrote a mail, for Hats (declined) · 12 Nov'],
    ],
    [
      'a colleague without a name where the client may not be seen',
      guarded({ touches: [{ ...TOUCH, isHidden: true, memberName: null, clientName: null }] }),
      ['warn: A colleague: wrote a mail, for another client (declined) · 12 Nov'],
    ],
    [
      'a lock of somebody else',
      guarded({ reasons: ['locked_by_other'], ownedBy: 'Jan', lockedUntil: '2026-12-01T10:00:00Z' }),
      ['warn: Jan holds it until 1 Dec'],
    ],
    ['not one’s own lock', guarded({ ownedBy: 'Jan', lockedUntil: '2026-12-01T10:00:00Z' }), []],
    ['placements there', { placements: 2 }, ['plain: 2 placements']],
    [
      'links that are no placement',
      guarded({ liveLinks: [{ clientId: 'hats', clientName: 'Hats', count: 1 }] }),
      ['plain: 1 live link to Hats'],
    ],
  ])('%s', (_, known, expected) => {
    const marks = knownMarks({ ...NEW, ...known }, seen);
    expect(marks.map(({ tone, says }) => `${tone}: ${says}`)).toEqual(expected);
  });

  it('without a client in view it warns of every exclusion', () => {
    const site = { ...NEW, ...guarded({ exclusions: [rival('hats'), rival('shoes')] }) };
    expect(knownMarks(site, { ...seen, clientId: undefined })).toMatchObject([
      { tone: 'warn', says: 'Excluded for hats and shoes' },
    ]);
  });

  it('what must not be done stands before what is good to know', () => {
    const suppression = { id: '1', reason: 'asked', createdAt: '2026-01-01T00:00:00Z' };
    const site = { ...NEW, prospect: PROSPECT, placements: 1, ...guarded({ suppression, touches: [TOUCH] }) };
    expect(knownMarks(site, seen).map(({ kind }) => kind)).toEqual([
      'suppressed',
      'prospect',
      'touch',
      'links',
    ]);
  });
});

describe('what became of an addition', () => {
  it.each<[Addition['outcome'], Addition['refusal'], string | null]>([
    ['added', null, 'added'],
    ['restored', null, 'brought back from the archive'],
    ['already_there', null, null],
    ['refused', 'do_not_contact', 'left out: do not contact'],
    ['refused', 'excluded', 'left out: the client excludes it'],
  ])('%s %s', (outcome, refusal, says) => {
    const addition = { address: 'a.example', displayHost: 'a.example', outcome, refusal, prospectId: null };
    expect(additionMark(addition, seen)?.says ?? null).toBe(says);
  });
});
