/** Reading of the `rel` attribute of a link (D79-D95). */

/** Tokens that tell Google not to follow a link (D86-D88, D91). */
const NOT_FOLLOWED_TOKENS = ['nofollow', 'sponsored', 'ugc'] as const;

const HTML_SEPARATORS = /[\t\n\f\r ]+/;
const GOOGLE_SEPARATORS = /[\t\n\f\r ,]+/;

/** The tokens as HTML splits them: on ASCII white space, ASCII lower case, source order, no repeats (D79-D82). */
export function htmlRel(attribute: string | null): string[] {
  return tokens(attribute, HTML_SEPARATORS);
}

/** Google's reading of the same attribute: commas separate too (D81). */
export function googleRel(attribute: string | null): string[] {
  return tokens(attribute, GOOGLE_SEPARATORS);
}

function tokens(attribute: string | null, separators: RegExp): string[] {
  if (attribute === null || attribute === '') return [];
  const found = asciiLowerCase(attribute).split(separators);
  return [...new Set(found)].filter((token) => token !== '');
}

/** Lower case for A to Z alone, as HTML compares keywords: `toLowerCase` would turn a Kelvin sign into a k. */
function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether Google follows the link: none of nofollow, sponsored, ugc on it and no nofollow for the whole page (D103). */
export function isFollowed(googleTokens: readonly string[], pageNofollow: boolean): boolean {
  return !pageNofollow && !NOT_FOLLOWED_TOKENS.some((token) => googleTokens.includes(token));
}

/** Whether the link is labelled as paid for: `sponsored`, or `nofollow` for the same purpose; ugc alone is not (D87, D91). */
export function isLabelled(googleTokens: readonly string[]): boolean {
  return googleTokens.includes('sponsored') || googleTokens.includes('nofollow');
}
