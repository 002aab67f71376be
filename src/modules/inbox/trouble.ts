/** What the log says of a failure while mail was read: codes alone where a server had a word in it, for that may hold anything. */
export function trouble(error: unknown): Readonly<Record<string, unknown>> {
  const { code, responseStatus } = (error ?? {}) as { code?: unknown; responseStatus?: unknown };
  if (typeof responseStatus === 'string')
    return { responseStatus, code: typeof code === 'string' ? code : '' };
  return typeof code === 'string' ? { code } : { err: error };
}
