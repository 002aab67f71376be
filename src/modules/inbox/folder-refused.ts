/** The server said no to one folder while the session goes on: the others are read. */
export class FolderRefused extends Error {}

/** What a search found. Throws `FolderRefused`: the client answers false when the server refused it. */
export function found(answer: number[] | false | undefined): number[] {
  if (answer === false || answer === undefined) throw new FolderRefused('the server refused to search');
  return answer;
}

/** Whether a server refused a command on a folder, in a tagged answer. */
export function isRefusal(error: unknown): boolean {
  const { responseStatus } = (error ?? {}) as { responseStatus?: unknown };
  return error instanceof FolderRefused || responseStatus === 'NO' || responseStatus === 'BAD';
}
