import { describe, expect, it } from '@jest/globals';
import { DARK, LIGHT, type TokenName, tokenVariable } from './tokens.js';

/** Contrast of two colours after WCAG 2.2, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const TEXT: readonly (readonly [text: TokenName, ground: TokenName])[] = [
  ...(['background', 'surface', 'sunken', 'accentWash'] as const).flatMap(
    (ground) =>
      [
        ['text1', ground],
        ['text2', ground],
        ['quiet', ground],
        ['accent', ground],
      ] as const,
  ),
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ['liveInk', 'liveWash'],
  ['liveInk', 'sunken'],
  ['differs', 'differsWash'],
  ['differs', 'surface'],
  ['removed', 'removedWash'],
  ['removed', 'surface'],
  ['onAccent', 'removed'],
  ['down', 'downWash'],
  ['byHand', 'byHandWash'],
  ['text1', 'removedWash'],
  ['text1', 'liveWash'],
  ['onFloat', 'float'],
  ['onFloatQuiet', 'float'],
];

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s colours', (_, tokens) => {
  it.each(TEXT)('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['surface', 'background', 'sunken'] as const)('the edge of a control is seen on %s', (ground) => {
    expect(contrast(tokens.control, tokens[ground])).toBeGreaterThanOrEqual(3);
  });
});

describe('tokenVariable', () => {
  it.each<[TokenName, string]>([
    ['accentWash', '--ll-accent-wash'],
    ['text1', '--ll-text-1'],
    ['onFloatQuiet', '--ll-on-float-quiet'],
  ])('%s is %s', (name, variable) => {
    expect(tokenVariable(name)).toBe(variable);
  });
});
