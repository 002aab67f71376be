/** The words of a command make no sense; the message is its usage. Exit code 2. */
export class UsageError extends Error {}
