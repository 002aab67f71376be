import { describe, expect, it } from '@jest/globals';
import {
  contactsOf,
  enrolCount,
  knowing,
  NO_CHANGES,
  withContact,
  withEdit,
  withoutPitch,
} from './enrol-changes.js';

const edit = (pitchId: string, text: string) => ({ pitchId, stepNo: 1, text });
const mended = withContact(knowing(NO_CHANGES, { pitchId: 'r', canEnroll: false }), 'r', 'ann');

describe('changes before enrolling', () => {
  it('hold the last words of each mail', () => {
    const twice = withEdit(
      withEdit(withEdit(NO_CHANGES, edit('a', 'one')), edit('b', 'two')),
      edit('a', 'three'),
    );
    expect(twice.edits.map(({ text }) => text)).toEqual(['two', 'three']);
  });

  it('hold whom to write to instead', () => {
    expect(contactsOf(mended)).toEqual([{ pitchId: 'r', contactId: 'ann' }]);
  });
});

describe('how many are enrolled', () => {
  it.each([
    ['those found able', NO_CHANGES, 10],
    ['one less when one is left out', withoutPitch(NO_CHANGES, 'a', true), 9],
    ['all when it is taken in again', withoutPitch(withoutPitch(NO_CHANGES, 'a', true), 'a', false), 10],
    ['one more when a refused one was mended', mended, 11],
    [
      'not one more when an able one was changed',
      withEdit(knowing(NO_CHANGES, { pitchId: 'a', canEnroll: true }), edit('a', 'x')),
      10,
    ],
    [
      'not one more when an able one was changed to somebody who cannot',
      knowing(withContact(NO_CHANGES, 'a', 'bo'), { pitchId: 'a', canEnroll: false }),
      10,
    ],
    ['not the mended one that is left out', withoutPitch(mended, 'r', true), 10],
  ])('%s', (_, changes, count) => {
    expect(enrolCount(10, changes)).toBe(count);
  });
});
