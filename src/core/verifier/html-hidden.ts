/** Why a link is suspected to be hidden (D125); never proof, for raw HTML shows inline styles alone. */
export type HiddenReason =
  | 'hidden_attribute'
  | 'display_none'
  | 'visibility_hidden'
  | 'opacity_0'
  | 'font_size_0'
  | 'no_size'
  | 'off_screen'
  | 'same_colour'
  | 'one_character';

/** Things that are folded away for a reader to open, or meant for screen readers: no violation (D125). */
const FOLDED_WORDS =
  /(?:^|[\s_-])(?:tab|tabs|tabpanel|tab-pane|panel|accordion|collapse|collapsible|toggle|dropdown|submenu|sub-menu|menu|slide|slider|slick|carousel|swiper|tooltip|popover|popup|modal|dialog|offcanvas|drawer|lightbox|sr|sr-only|screen-reader|screen-reader-text|visually-hidden|visuallyhidden|faq|lazy|lazyload|more|readmore|expand|expandable)(?:$|[\s_-])/i;
const FOLDED_ROLES = ['tabpanel', 'dialog', 'alertdialog', 'menu', 'tooltip', 'listbox', 'region'];

const FAR_OFF = 900;
const STYLE_LIMIT = 2_000;

export interface HiddenMarks {
  readonly tagName: string;
  readonly style: string | null;
  readonly hidden: string | null;
  readonly role: string | null;
  readonly words: string;
}

/** Says why what stands in this element is suspected to be hidden, null when nothing suggests it. */
export function hiddenReason({ tagName, style, hidden, role, words }: HiddenMarks): HiddenReason | null {
  // A whole page hidden until a script shows it hides no link in particular.
  if (tagName === 'html' || tagName === 'body') return null;
  if (style === null && hidden === null) return null;
  if (isFoldedAway(role, words)) return null;
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return 'hidden_attribute';
  return style === null ? null : reasonInStyle(style.slice(0, STYLE_LIMIT));
}

function isFoldedAway(role: string | null, words: string): boolean {
  return FOLDED_ROLES.includes(role?.toLowerCase() ?? '') || FOLDED_WORDS.test(words);
}

type Styles = ReadonlyMap<string, string>;

const RULES: readonly [HiddenReason, (styles: Styles) => boolean][] = [
  ['display_none', (styles) => styles.get('display') === 'none'],
  ['visibility_hidden', (styles) => ['hidden', 'collapse'].includes(styles.get('visibility') ?? '')],
  ['opacity_0', (styles) => isZero(styles.get('opacity'))],
  ['font_size_0', (styles) => isZero(styles.get('font-size'))],
  ['no_size', hasNoSize],
  ['off_screen', isOffScreen],
  ['same_colour', hasSameColour],
];

function reasonInStyle(style: string): HiddenReason | null {
  const styles = readStyles(style);
  return RULES.find(([, holds]) => holds(styles))?.[0] ?? null;
}

function readStyles(style: string): Styles {
  const styles = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim();
    styles.set(declaration.slice(0, colon).trim(), value);
  }
  return styles;
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && /^[+-]?0*\.?0+(?:[a-z]+|%)?$/.test(value);
}

function hasNoSize(styles: Styles): boolean {
  const clipped = styles.get('overflow') === 'hidden';
  return clipped && (isZero(styles.get('height')) || isZero(styles.get('width')));
}

/** Moved out of sight: far to the left or above, by position, indent or margin. */
function isOffScreen(styles: Styles): boolean {
  const places = ['text-indent', 'margin-left', 'margin-top'];
  const position = styles.get('position');
  if (position === 'absolute' || position === 'fixed') places.push('left', 'top', 'right', 'bottom');
  return places.some((place) => isFarOff(styles.get(place)));
}

function isFarOff(value: string | undefined): boolean {
  const [, amount = '', unit = ''] = /^-(\d+(?:\.\d+)?)(px|em|rem|pt|vw|vh|%)$/.exec(value ?? '') ?? [];
  return Number(amount) >= (unit === 'px' || unit === 'pt' ? FAR_OFF : FAR_OFF / 10);
}

function hasSameColour(styles: Styles): boolean {
  const text = colour(styles.get('color'));
  if (text === '') return false;
  return text === colour(styles.get('background-color')) || text === colour(styles.get('background'));
}

const NAMED: Readonly<Record<string, string>> = {
  white: 'ffffff',
  black: '000000',
  red: 'ff0000',
  transparent: '',
};

/** One spelling for the colours people write by hand; everything else is compared as it stands. */
function colour(value: string | undefined): string {
  const bare = (value ?? '').replace(/\s+/g, '');
  if (Object.hasOwn(NAMED, bare)) return NAMED[bare] as string;
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(bare);
  if (short !== null)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join('');
  return bare.replace(/^#/, '');
}
