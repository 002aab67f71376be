import { describe, expect, it } from '@jest/globals';
import { asOpenApi31, inOneOrder } from './openapi-31.js';

describe('asOpenApi31', () => {
  it.each<[string, unknown, unknown]>([
    ['a nullable text has two types', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    ['a text that is not nullable stays', { type: 'string', nullable: false }, { type: 'string' }],
    [
      'a nullable choice may be null',
      { type: 'string', enum: ['en', 'nl'], nullable: true },
      { type: ['string', 'null'], enum: ['en', 'nl', null] },
    ],
    [
      'a nullable reference is one or the other',
      { allOf: [{ $ref: '#/x' }], nullable: true, description: 'why' },
      { description: 'why', anyOf: [{ $ref: '#/x' }, { type: 'null' }] },
    ],
    [
      'schemas inside are changed, too',
      { properties: { a: { type: 'array', items: { type: 'number', nullable: true } } } },
      { properties: { a: { type: 'array', items: { type: ['number', 'null'] } } } },
    ],
  ])('%s', (_, from, to) => {
    expect(asOpenApi31(from)).toEqual(to);
  });
});

describe('inOneOrder', () => {
  it('orders keys and leaves lists as they are', () => {
    expect(JSON.stringify(inOneOrder({ b: [2, 1], a: { d: 1, c: 2 } }))).toBe(
      '{"a":{"c":2,"d":1},"b":[2,1]}',
    );
  });
});
