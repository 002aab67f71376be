/** The password in an address, e.g. in the message of a database driver. */
const ADDRESS_PASSWORD = /(\w+:\/\/[^:@/\s]*:)[^@\s]*@/g;

/** A text with the passwords of all addresses in it hidden. */
export function withoutPasswords(text: string): string {
  return text.replace(ADDRESS_PASSWORD, '$1[hidden]@');
}

/** What is written of an error and what caused it: kind, words, code and where; its other fields may hold anything. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    type: error.name,
    message: withoutPasswords(error.message),
    code: 'code' in error ? error.code : undefined,
    stack: withoutPasswords(error.stack ?? ''),
    cause: error.cause === undefined ? undefined : errorForLog(error.cause),
  };
}
