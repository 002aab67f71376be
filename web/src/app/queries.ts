import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isProblem } from '../api/problem.js';

const FRESH_MS = 10_000;
const TRIES = 2;

const signedOut = new Set<() => void>();

/** Calls back when the server no longer knows the session. */
export function onSignedOut(listener: () => void): void {
  signedOut.add(listener);
}

/** A call that is refused for want of a session, where there was one before, has lost it. */
function notice(error: Error, isFirstAsking = false): void {
  if (!isProblem(error, 'access.not_signed_in') || isFirstAsking) return;
  for (const listener of signedOut) listener();
}

/** A refusal stays a refusal, so only failures of the way there are tried again. */
function isWorthAnotherTry(count: number, error: Error): boolean {
  const isRefusal = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
  return !isRefusal && count < TRIES;
}

/** The cache of the server's answers. */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey, state }) => {
      notice(error, queryKey[1] === '/api/v1/session' && state.data === undefined);
    },
  }),
  mutationCache: new MutationCache({ onError: (error) => notice(error) }),
  defaultOptions: {
    queries: { staleTime: FRESH_MS, retry: isWorthAnotherTry },
    mutations: { retry: false },
  },
});
