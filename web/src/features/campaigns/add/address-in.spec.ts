import { expect, it } from '@jest/globals';
import { addressIn } from './address-in.js';

it.each([
  ['a bare host', 'tuinblog.example', 'https://tuinblog.example'],
  ['a whole address', 'http://tuinblog.example/post?x=1', 'http://tuinblog.example/post?x=1'],
  ['spaces around', '  tuinblog.example ', 'https://tuinblog.example'],
  ['one word', 'tuinblog', null],
  ['words', 'garden blogs about soil.', null],
  ['nothing', '', null],
  ['a dot alone', '.', null],
])('%s', (_, typed, expected) => {
  expect(addressIn(typed)).toBe(expected);
});
