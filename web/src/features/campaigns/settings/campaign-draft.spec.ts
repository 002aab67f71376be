import { describe, expect, it } from '@jest/globals';
import type { CampaignDetail, CampaignKind } from '../campaign-views.js';
import { approvalsOf, draftOf, freshDraft, pagesOf, wishOf } from './campaign-draft.js';

const kind = {
  stages: [
    { key: 'found', needsApproval: null },
    { key: 'pitched', needsApproval: 'site' },
    { key: 'drafting', needsApproval: 'topic' },
    { key: 'again', needsApproval: 'topic' },
  ],
  sequence: [{ purpose: 'first', afterWorkingDays: 0 }],
} as unknown as CampaignKind;

it('a kind asks for each approval its stages wait for, once', () => {
  expect(approvalsOf(kind)).toEqual(['site', 'topic']);
});

describe('a campaign on its form', () => {
  const fresh = freshDraft(kind, { memberId: 'm', brandId: 'b', today: '2026-11-20' });

  it('begins running, with whoever makes it', () => {
    expect(fresh).toMatchObject({
      status: 'running',
      ownerMemberId: 'm',
      memberIds: ['m'],
      firstMailsPerWeek: 50,
    });
  });

  it.each([
    ['empty fields are nothing', {}, { agreedPerMonth: null, budget: null, endsOn: null }],
    [
      'an amount is read in its currency',
      { budget: '1.250,50' },
      { budget: { minor: 125_050, currency: 'EUR' } },
    ],
    ['yen have no cents', { budget: '5000', currency: 'JPY' }, { budget: { minor: 5000, currency: 'JPY' } }],
    ['a name is trimmed', { name: '  Autumn ' }, { name: 'Autumn' }],
  ])('%s', (_, changes, expected) => {
    expect(wishOf({ ...fresh, ...changes })).toMatchObject(expected);
  });

  it('comes back from the server as it was sent', () => {
    const page = {
      targetPageId: 'p',
      ownerMemberId: null,
      goal: 'ten links',
      nextAction: 'ask Eva',
      nextActionOn: null,
    };
    const campaign = {
      ...wishOf({ ...fresh, name: 'Autumn', budget: '800' }),
      brandId: 'b',
      members: [{ memberId: 'm', name: 'Mia' }],
      targetPages: [{ ...page, url: '', label: '', ownerName: null }],
    } as unknown as CampaignDetail;
    const draft = draftOf(campaign, (minor) => String(minor / 100));
    expect(wishOf(draft)).toEqual(wishOf({ ...fresh, name: 'Autumn', budget: '800' }));
    expect(pagesOf(draft)).toEqual([page]);
  });
});
