import { describe, expect, it } from '@jest/globals';
import { type JsonFault, jsonFault } from './json-scan.js';

describe('jsonFault', () => {
  it.each<[string, string, JsonFault | null]>([
    ['an ordinary body', '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', null],
    ['a key that is a value elsewhere', '{"a":"b","b":"a"}', null],
    ['signs of JSON within texts', '{"a":"{\\"a\\":1,\\"a\\":2}","b":"}]:"}', null],
    ['a forbidden word as a value', '{"a":"__proto__"}', null],
    ['a backslash before NUL that is none', '{"a":"\\\\u0000"}', null],
    ['a key twice', '{"a":1,"a":2}', 'duplicate_key'],
    ['a key twice, one escaped', '{"a":1,"\\u0061":2}', 'duplicate_key'],
    ['a key twice after an object between', '{"a":{"b":1},"a":2}', 'duplicate_key'],
    ['a key twice after a list between', '{"a":[1,[2]],"a":2}', 'duplicate_key'],
    ['__proto__', '{"__proto__":{}}', 'forbidden_key'],
    ['constructor in a list', '[{"constructor":{}}]', 'forbidden_key'],
    ['prototype with spaces before the colon', '{"prototype" : 1}', 'forbidden_key'],
    ['32 levels', `${'['.repeat(32)}${']'.repeat(32)}`, null],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'too_deep'],
    ['NUL in a value', '{"a":"x\\u0000"}', 'nul_character'],
    ['NUL in a key', '{"x\\u0000":1}', 'nul_character'],
  ])('%s', (_, text, expected) => {
    expect(JSON.parse(text)).toBeDefined();
    expect(jsonFault(text)).toBe(expected);
  });
});
