import { withoutPasswords } from '../logging/secrets.js';

/** Ends a command that cannot go on: the message for the operator on stderr, with what caused it, and exit code 1. */
export function fatal(error: unknown): never {
  process.stderr.write(`${sentencesOf(error).join('\n  because: ')}\n`);
  process.exit(1);
}

/** What an error says and what caused it, for the operator; without passwords of addresses. */
export function sentencesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = error.message === '' ? error.name : withoutPasswords(error.message);
  return error.cause === undefined ? [own] : [own, ...sentencesOf(error.cause)];
}
