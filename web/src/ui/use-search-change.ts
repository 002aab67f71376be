import { useCallback } from 'react';
import { withoutNothing } from './address-words.js';

/** The way a page goes to itself with another search. */
type Navigate<Search> = (to: {
  readonly search: (before: Search) => Search;
  readonly replace: boolean;
  readonly resetScroll: false;
}) => Promise<void>;

const NONE: readonly never[] = [];

/**
 * Changes what a page shows by changing its address, where what is chosen stands. A change of one of the `passing` keys, such as
 * search words letter by letter, is no step to go back to.
 */
export function useSearchChange<Search extends object>(
  navigate: Navigate<Search>,
  passing: readonly (keyof Search)[] = NONE,
) {
  return useCallback(
    (to: Partial<Search>) =>
      void navigate({
        search: (before) => withoutNothing({ ...before, ...to }) as Search,
        replace: passing.some((key) => key in to),
        resetScroll: false,
      }),
    [navigate, passing],
  );
}
