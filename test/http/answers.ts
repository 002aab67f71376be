import type { Answer } from './browser.js';

/** The body of an answer that must have this status; any other throws, and says what came instead. */
export async function bodyOf(asked: Promise<Answer>, expected = 200): Promise<Answer['body']> {
  const { status, body } = await asked;
  if (status !== expected) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** Status and code of a refusal, such as "409 site.exists". */
export function outcome({ status, body }: Answer): string {
  return `${status} ${String(body.code)}`;
}
