import { describe, expect, it } from '@jest/globals';
import { type Schema, schemaFaults } from './schema-faults.js';

const SCHEMAS = { Color: { type: 'string', enum: ['red', 'blue'] } };

describe('a value and its schema', () => {
  it.each<[string, unknown, Schema, string[]]>([
    ['a text', 'a', { type: 'string' }, []],
    ['a number for a text', 1, { type: 'string' }, ['$: 1 is no string']],
    ['null where it may be', null, { type: ['string', 'null'] }, []],
    ['null where it may not be', null, { type: 'string' }, ['$: null is no string']],
    ['a named value', 'red', { $ref: '#/components/schemas/Color' }, []],
    [
      'none of the named values',
      'green',
      { $ref: '#/components/schemas/Color' },
      ['$: "green" is none of red|blue'],
    ],
    ['a moment', '2026-11-20T09:00:00.000Z', { type: 'string', format: 'date-time' }, []],
    ['no moment', '2026-11-20', { type: 'string', format: 'date-time' }, ['$: "2026-11-20" is no date-time']],
    ['one of two', null, { anyOf: [{ type: 'object' }, { type: 'null' }] }, []],
    ['a missing part', {}, { type: 'object', required: ['a'] }, ['$.a: missing']],
    ['a part nobody described', { a: 1 }, { type: 'object' }, ['$.a: not described']],
    ['free parts', { a: 1 }, { type: 'object', additionalProperties: true }, []],
    [
      'a wrong free part',
      { a: 1 },
      { type: 'object', additionalProperties: { type: 'string' } },
      ['$.a: 1 is no string'],
    ],
    [
      'a part of another spelling',
      { a: 1, B: 1 },
      { type: 'object', additionalProperties: true, propertyNames: { pattern: '^[a-z]$' } },
      ['$.B: not described'],
    ],
    ['one of several', [1], { oneOf: [{ type: 'string' }, { type: 'number' }] }, ['$: [1] is no string']],
    [
      'a wrong part of a list',
      [1, 'a'],
      { type: 'array', items: { type: 'number' } },
      ['$[1]: "a" is no number'],
    ],
  ])('with %s', (_, value, schema, faults) => {
    expect(schemaFaults(value, schema, SCHEMAS)).toEqual(faults);
  });
});
