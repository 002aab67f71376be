import type { Region } from '../placements/terms.js';

/** Elements that make a region by themselves (D124). */
const BY_ELEMENT: Readonly<Record<string, Region>> = {
  main: 'content',
  article: 'content',
  nav: 'nav',
  header: 'header',
  footer: 'footer',
  aside: 'aside',
};

const BY_ROLE: Readonly<Record<string, Region>> = {
  main: 'content',
  article: 'content',
  navigation: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
};

/** Ids that older pages give to the parts that have elements of their own now. */
const BY_ID: Readonly<Record<string, Region>> = {
  nav: 'nav',
  navigation: 'nav',
  menu: 'nav',
  header: 'header',
  masthead: 'header',
  footer: 'footer',
  colophon: 'footer',
  sidebar: 'aside',
};

/** Ids and classes of lists of comments, in whole words: `comments`, `comment-list`, `reacties`, `disqus_thread`. */
const COMMENTS =
  /(?:^|[\s_-])(?:comments|comment-?list|commentlist|comment-?area|comment-?section|comment-?thread|comment-?body|disqus_thread|disqus|reacties|reactielijst|kommentare|commentaires)(?:$|[\s_-])/i;
/** The same words on what only counts or invites comments. */
const NO_COMMENTS = /(?:no|count|link|open|closed|has|number|meta|button|toggle)/i;

export interface RegionMarks {
  readonly tagName: string;
  readonly role: string | null;
  readonly id: string | null;
  readonly className: string | null;
}

/**
 * The region an element opens for what stands in it; null when it leaves that to its ancestors. A role says more than the
 * element, a list of comments more than both.
 */
export function regionOf({ tagName, role, id, className }: RegionMarks): Region | null {
  if (isCommentList(tagName, id) || isCommentList(tagName, className)) return 'comment';
  if (role !== null) {
    const named = own(BY_ROLE, role.trim().toLowerCase());
    if (named !== null) return named;
  }
  return own(BY_ELEMENT, tagName) ?? (id === null ? null : own(BY_ID, id.toLowerCase()));
}

function isCommentList(tagName: string, words: string | null): boolean {
  if (words === null || words.length > 500 || tagName === 'body' || tagName === 'html') return false;
  return words.split(/\s+/).some((word) => COMMENTS.test(word) && !NO_COMMENTS.test(word));
}

function own(map: Readonly<Record<string, Region>>, key: string): Region | null {
  return Object.hasOwn(map, key) ? (map[key] as Region) : null;
}
