/** Ends a command that cannot go on: the message for the operator on stderr, with what caused it, and exit code 1. */
export function fatal(error: unknown): never {
  process.stderr.write(`${sentencesOf(error).join('\n  because: ')}\n`);
  process.exit(1);
}

function sentencesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own =
    error.message === '' ? error.name : error.message.replace(/(\w+:\/\/[^:@/\s]*:)[^@\s]*@/g, '$1[hidden]@');
  return error.cause === undefined ? [own] : [own, ...sentencesOf(error.cause)];
}
