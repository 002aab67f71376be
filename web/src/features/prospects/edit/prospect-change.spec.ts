import { describe, expect, it } from '@jest/globals';
import type { ProspectChange, ProspectRow } from '../../../api/prospect-views.js';
import { changeBack, changeBetween, changedRow } from './prospect-change.js';

const row = {
  id: 'p',
  status: 'new',
  ownerMemberId: null,
  ownerName: null,
  lockUntil: null,
  isLockedByOther: false,
  language: 'nl',
  tags: [{ id: 't1', name: 'garden' }],
  topics: [],
  custom: { price: 80 },
} as unknown as ProspectRow;

describe('a change of a prospect', () => {
  it.each<[string, ProspectChange, Partial<ProspectRow>]>([
    ['shows a plain field at once', { status: 'paused' }, { status: 'paused' }],
    [
      'names the new owner, who holds no lock yet',
      { ownerMemberId: 'm' },
      { ownerMemberId: 'm', ownerName: 'Mila' },
    ],
    [
      'keeps the ids of tags that stay',
      { tags: ['garden', 'solar'] },
      {
        tags: [
          { id: 't1', name: 'garden' },
          { id: 'new solar', name: 'solar' },
        ],
      },
    ],
    ['takes an own field away with null', { custom: { price: null } }, { custom: {} }],
    ['adds an own field to the others', { custom: { seen: true } }, { custom: { price: 80, seen: true } }],
  ])('%s', (_, change, shown) => {
    expect(changedRow(row, change, 'Mila')).toMatchObject(shown);
  });

  it.each<[string, ProspectChange, ProspectChange]>([
    ['a plain field', { status: 'paused' }, { status: 'new' }],
    ['tags by their names', { tags: [] }, { tags: ['garden'] }],
    [
      'own fields, those without a value with null',
      { custom: { price: 1, seen: true } },
      { custom: { price: 80, seen: null } },
    ],
  ])('is taken back: %s', (_, change, back) => {
    expect(changeBack(row, change)).toEqual(back);
  });

  it('sends only what differs', () => {
    const before: ProspectChange = { status: 'new', tags: ['a'], custom: { price: 80, seen: null } };
    const after: ProspectChange = { status: 'new', tags: ['a', 'b'], custom: { price: null, seen: null } };
    expect(changeBetween(before, after)).toEqual({ tags: ['a', 'b'], custom: { price: null } });
  });
});
