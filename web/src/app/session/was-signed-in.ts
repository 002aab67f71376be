const KEY = 'linkledger-was-here';

/**
 * Whether somebody was signed in with this browser. It only decides what is asked first: a browser that was never here asks
 * whether the installation is new, all others ask who they are.
 */
export function wasSignedIn(): boolean {
  return localStorage.getItem(KEY) !== null;
}

/** Keeps what `wasSignedIn` answers. */
export function rememberSignedIn(isSignedIn: boolean): void {
  if (isSignedIn) localStorage.setItem(KEY, '1');
  else localStorage.removeItem(KEY);
}
