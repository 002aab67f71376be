import type { Answer } from './browser.js';
import type { Person } from './people.js';

/** The body of an answer that must have this status; any other throws, and says what came instead. */
export async function bodyOf(asked: Promise<Answer>, expected = 200): Promise<Answer['body']> {
  const { status, body } = await asked;
  if (status !== expected) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** Sends what has to be taken; answers what came back. A refusal throws, and says of what. */
export async function posted(person: Person, path: string, json: object = {}): Promise<Answer['body']> {
  const { status, body } = await person.browser.post(path, json);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Status and code of a refusal, such as "409 site.exists". */
export function outcome({ status, body }: Answer): string {
  return `${status} ${String(body.code)}`;
}
