import type { Answer } from './browser.js';
import type { Person } from './people.js';

/** Reads a list to its end, so many rows a page; `path` has its filter, if any, e.g. `/tasks?sort=due`. A page that is refused throws. */
export async function pagesOf(person: Person, path: string, limit: number): Promise<Answer['body'][]> {
  const pages: Answer['body'][] = [];
  const first = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`;
  for (let cursor = ''; ; ) {
    const { status, body } = await person.browser.get(`${first}${cursor}`);
    if (status !== 200) throw new Error(`${first}${cursor}: ${status} ${JSON.stringify(body)}`);
    pages.push(body);
    if (body.nextCursor === null) return pages;
    cursor = `&cursor=${String(body.nextCursor)}`;
  }
}

/** All rows of a list, read page by page. */
export async function rowsOf(person: Person, path: string, limit = 100): Promise<Answer['body'][]> {
  return (await pagesOf(person, path, limit)).flatMap((page) => page.items);
}
