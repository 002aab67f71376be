import { expect, it } from '@jest/globals';
import { samePage } from './same-page.js';

const GUIDE = 'https://noordlicht.example/gids';

it.each([
  ['https://noordlicht.example/gids', true],
  ['http://www.noordlicht.example/gids/', true],
  ['noordlicht.example/gids#panelen', true],
  ['https://noordlicht.example/gids?pagina=2', false],
  ['https://noordlicht.example/', false],
  ['/gids', false],
  ['', false],
])('%s is the guide: %s', (typed, isSame) => {
  expect(samePage(GUIDE, typed)).toBe(isSame);
});
