import { expect, it } from '@jest/globals';
import { addressInWords, pathInWords } from './address-text.js';

it.each([
  ['https://tuinblog.example/', 'tuinblog.example'],
  ['http://tuinblog.example/gids/', 'tuinblog.example/gids/'],
  ['https://tuinblog.example/caf%C3%A9?b=1', 'tuinblog.example/café?b=1'],
  ['https://tuinblog.example/100%', 'tuinblog.example/100%'],
])('%s reads as %s', (url, words) => {
  expect(addressInWords(url)).toBe(words);
});

it.each([
  ['https://noordlicht.example', '/'],
  ['https://noordlicht.example/gids?x=1', '/gids?x=1'],
  ['no address', 'no address'],
])('the path of %s is %s', (url, path) => {
  expect(pathInWords(url)).toBe(path);
});
