/**
 * Every colour of the UI, light and dark. Pages use the CSS variables `--ll-<name>` and set no colour of their own.
 *
 * `text3` is for ornament only (icons, placeholders): as text it misses the contrast of WCAG 1.4.3 on our surfaces.
 * `quiet` is the same grey, made strong enough to be read; `liveInk` is live as text on its wash.
 */
export const LIGHT = {
  background: '#f7f8fa',
  surface: '#ffffff',
  sunken: '#f1f3f6',
  line: '#e4e7ec',
  lineStrong: '#d3d8e0',
  control: '#828b99',
  text1: '#14181f',
  text2: '#4b5563',
  text3: '#7a8494',
  quiet: '#626b7a',
  accent: '#2457d6',
  accentHover: '#1d49b8',
  accentWash: '#eaf0ff',
  onAccent: '#ffffff',
  live: '#14804a',
  liveInk: '#127544',
  liveWash: '#e6f5ec',
  differs: '#a35200',
  differsWash: '#fdf0dc',
  removed: '#c02626',
  removedWash: '#fdeaea',
  down: '#5b6472',
  downWash: '#eef0f3',
  byHand: '#6b3fc0',
  byHandWash: '#f1ebfd',
  float: '#14181f',
  onFloat: '#ffffff',
  onFloatQuiet: '#a9b2bf',
  shadow: '0 6px 24px rgb(20 24 31 / 14%)',
} as const;

export type TokenName = keyof typeof LIGHT;

export const DARK: Record<TokenName, string> = {
  background: '#0e1116',
  surface: '#151a21',
  sunken: '#10141a',
  line: '#252c36',
  lineStrong: '#343d4a',
  control: '#6a7482',
  text1: '#e8ebf0',
  text2: '#a9b2bf',
  text3: '#788392',
  quiet: '#8d97a6',
  accent: '#7ba2ff',
  accentHover: '#98b7ff',
  accentWash: '#1b2847',
  onAccent: '#0e1116',
  live: '#5fce93',
  liveInk: '#5fce93',
  liveWash: '#12291d',
  differs: '#f0b45c',
  differsWash: '#2e2211',
  removed: '#ff8b8b',
  removedWash: '#331919',
  down: '#9aa4b2',
  downWash: '#222831',
  byHand: '#b79cff',
  byHandWash: '#251d3b',
  float: '#e8ebf0',
  onFloat: '#14181f',
  onFloatQuiet: '#4b5563',
  shadow: '0 6px 24px rgb(0 0 0 / 50%)',
};

/** The name of the CSS variable of a token: `accentWash` is `--ll-accent-wash`, `text1` is `--ll-text-1`. */
export function tokenVariable(name: TokenName): string {
  return `--ll-${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`).replace(/(\d)$/, '-$1')}`;
}
