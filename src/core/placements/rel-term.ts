import type { RelTerm } from './terms.js';

/** In which way a link's rel does not meet its term. */
export type RelFault =
  | 'rel_not_follow'
  | 'rel_not_nofollow'
  | 'rel_unlabelled'
  | 'rel_ugc_only'
  | 'rel_not_ugc';

type Judge = (has: (token: string) => boolean, pageNofollow: boolean) => RelFault | null;

/** One rule per term (D86-D91). A page-level nofollow breaks `follow` and stands in for none of the others. */
const RULES: Readonly<Record<RelTerm, Judge>> = {
  any: () => null,
  follow: (has, pageNofollow) =>
    pageNofollow || has('nofollow') || has('ugc') || has('sponsored') ? 'rel_not_follow' : null,
  nofollow: (has) => (has('nofollow') || has('ugc') || has('sponsored') ? null : 'rel_not_nofollow'),
  sponsored: (has) => {
    if (has('sponsored') || has('nofollow')) return null;
    return has('ugc') ? 'rel_ugc_only' : 'rel_unlabelled';
  },
  ugc: (has) => (has('ugc') || has('nofollow') ? null : 'rel_not_ugc'),
};

/** Says how a link misses its rel term, by Google's comma reading of its tokens; null when the term is met. */
export function relFault(
  term: RelTerm,
  googleTokens: readonly string[],
  pageNofollow: boolean,
): RelFault | null {
  return RULES[term]((token) => googleTokens.includes(token), pageNofollow);
}
