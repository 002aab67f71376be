import { describe, expect, it } from '@jest/globals';
import { compareRecords, type MergeChoices, mergedColumns } from './merged-values.js';

const kept = {
  name: 'Mila Brandt',
  position: '',
  country: null,
  notes: 'likes tea',
  form_of_address: 'unknown',
};
const other = {
  name: 'M. Brandt',
  position: 'Editor',
  country: 'NL',
  notes: 'prefers calls',
  form_of_address: 'formal',
};
const merged = (choices: object) => mergedColumns('contact', { kept, other }, choices as MergeChoices);

describe('two doubles side by side', () => {
  it.each([
    ['a value only the other has is proposed', 'position', 'other'],
    ['a value that says nothing gives way', 'formOfAddress', 'other'],
    ['of two values the kept one stays', 'name', 'kept'],
    ['both notes stay', 'notes', 'both'],
    ['a field nobody filled stays as it is', 'timeZone', 'kept'],
  ])('%s', (_, field, proposed) => {
    const row = compareRecords('contact', kept, other).find((compared) => compared.field === field);
    expect(row).toMatchObject({ proposed });
  });
});

describe('the columns a merge changes', () => {
  it('are the proposals where nothing is chosen', () => {
    expect(merged({})).toEqual({
      ok: true,
      columns: {
        position: 'Editor',
        form_of_address: 'formal',
        country: 'NL',
        notes: 'likes tea\n\nprefers calls',
      },
    });
  });

  it('are what was chosen', () => {
    const choices = {
      name: 'other',
      position: 'kept',
      notes: 'kept',
      country: 'kept',
      formOfAddress: 'kept',
    };
    expect(merged(choices)).toEqual({ ok: true, columns: { name: 'M. Brandt' } });
  });

  it.each([
    ['a field of no contact', { price: 'kept' }, 'price'],
    ['a column behind a field', { first_name: 'other' }, 'first_name'],
    ['both values of a field that holds one', { country: 'both' }, 'country'],
    ['a value that is none of the two', { name: 'third' }, 'name'],
    ['a name every object has', { constructor: 'kept' }, 'constructor'],
  ])('are refused for %s', (_, choices, field) => {
    expect(merged(choices)).toEqual({ ok: false, field });
  });
});
