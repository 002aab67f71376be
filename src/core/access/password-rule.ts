import { COMMON_PASSWORDS } from './common-passwords.js';

/** Why a password is refused; each is a code of refusal. */
export type PasswordFault =
  | 'access.password_too_short'
  | 'access.password_too_long'
  | 'access.password_too_common';

/** Fewest characters of a password. */
const SHORTEST_PASSWORD = 10;
/** Most characters: hashing more would only cost time. */
const LONGEST_PASSWORD = 256;

/**
 * Decides whether a password is good enough: length, and not one that everybody tries first. What it is made of is
 * free (NIST SP 800-63B, 3.1.1.2). Null when it is good.
 */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return 'access.password_too_short';
  if (length > LONGEST_PASSWORD) return 'access.password_too_long';
  return isGuessable(password.toLowerCase(), email.toLowerCase()) ? 'access.password_too_common' : null;
}

function isGuessable(password: string, email: string): boolean {
  if (COMMON_PASSWORDS.has(password) || COMMON_PASSWORDS.has(bare(password))) return true;
  const [mailbox = ''] = email.split('@');
  return password === email || bare(password) === mailbox || isMonotone(password);
}

/** Without what people add at the end: `password2026!` is `password`. */
function bare(password: string): string {
  return password.replace(/[\d\W_]+$/, '');
}

/** One character over and over, or characters in steps of one: `aaaaaaaaaa`, `0123456789`. */
function isMonotone(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1;
}
