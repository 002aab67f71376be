import { sentencesOf } from '../process/fatal.js';

/** The words of a command make no sense; the message is its usage. */
export class UsageError extends Error {}

/** Runs a command for the command line: exit status 0, 1 with the reason on stderr, or 2 with the usage. */
export async function statusOf(command: () => Promise<void>): Promise<number> {
  try {
    await command();
    return 0;
  } catch (error) {
    const lines = error instanceof UsageError ? [`Usage: ${error.message}`] : sentencesOf(error);
    process.stderr.write(`${lines.join('\n  because: ')}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}
