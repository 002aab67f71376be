import type { prospectCodes } from '../../errors/codes/prospects.js';

/** What happened and what to do next, for refusals about prospects. */
export const prospectProblems: Readonly<Record<keyof typeof prospectCodes, string>> = {
  'prospect.not_found': 'There is no such prospect here. Go back to the list.',
  'prospect.exists': 'This site is a prospect already. Open the one that is there.',
  'prospect.changed_meanwhile':
    'Somebody changed this prospect meanwhile. Read it again and repeat your change.',
  'prospect.archived': 'This prospect is archived. Restore it first.',
  'prospect.locked':
    'A colleague holds this prospect. Ask them to release it, or wait until the lock is over.',
  'prospect.not_held': 'Nobody holds this prospect. There is nothing to release.',
  'prospect.too_many': 'An act takes at most {most} prospects. Narrow the filter and repeat it.',
  'tag.not_found': 'There is no such tag here. Choose another one.',
  'tag.exists': 'There is a tag of this name already. Choose another name.',
  'custom_field.not_found': 'There is no such field here. Choose another one.',
  'custom_field.exists': 'There is a field with this key already. Choose another key.',
  'custom_field.too_many': 'A kind of record has at most {most} fields of your own. Archive one first.',
  'custom_field.record_not_found': 'There is no such record here. Go back to the list.',
  'exclusion.not_found': 'There is no such exclusion here. Go back to the list.',
  'touch.not_found': 'There is no such touch here. Go back to the site.',
};
