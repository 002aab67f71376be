import { expect, it } from '@jest/globals';
import { nameKey } from './name-key.js';
import { proposeLocale } from './propose-locale.js';

it.each([
  [['paper.nl'], 'NL', 'nl'],
  [['paper.nl', 'paper.com'], 'NL', 'nl'],
  [['paper.nl', 'zeitung.de'], null, null],
  [['krant.be'], 'BE', null],
  [['paper.co.uk/authors/jane'], 'GB', 'en'],
  [['paper.com'], null, null],
  [[], null, null],
])('sites %j suggest %s, %s', (hosts, country, language) => {
  expect(proposeLocale(hosts)).toEqual({ country, language });
});

it.each([
  ['  José  Núñez ', 'jose nunez'],
  ['Jean-Luc O’Neill', 'jean luc o neill'],
  ['Weiß', 'weiss'],
  ['Søren', 'soren'],
  ['李 小龍', '李 小龍'],
  ['...', ''],
])('the name %j is compared as %s', (name, key) => expect(nameKey(name)).toBe(key));
