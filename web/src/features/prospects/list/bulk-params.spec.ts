import { expect, it } from '@jest/globals';
import type { BulkAction } from './bulk-actions.js';
import { type BulkDraft, paramsOf } from './bulk-params.js';

it.each<[string, BulkAction, BulkDraft, object | null]>([
  ['tagging needs a tag', 'tag', { names: [] }, null],
  ['tags go by their names', 'tag', { names: ['solar'] }, { names: ['solar'] }],
  ['assigning to nobody is said with null', 'assign', { owner: 'none' }, { ownerMemberId: null }],
  ['assigning needs somebody', 'assign', {}, null],
  ['excluding needs a client and a reason', 'exclude', { clientId: 'c' }, null],
  [
    'an empty own field takes its values away',
    'set_custom',
    { fieldKey: 'price' },
    { fieldKey: 'price', value: null },
  ],
  ['adding to a campaign needs one', 'campaign', {}, null],
  ['archiving needs nothing', 'archive', {}, {}],
])('%s', (_, action, draft, params) => {
  expect(paramsOf(action, draft)).toEqual(params);
});
