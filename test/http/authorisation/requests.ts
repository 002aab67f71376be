import { randomUUID } from 'node:crypto';
import type { Answer, Browser, Sending } from '../browser.js';
import { sampleBodies, sampleQueries } from './bodies.js';
import type { Route } from './routes.js';

/** Parameters of paths that are words, not ids. */
const WORDS: Readonly<Record<string, string>> = {
  ':recordKind': 'contact',
  ':subjectKind': 'site',
  ':service': 'hunter',
};

/** Fills a route's path: every parameter gets the id, or an id nobody has. */
function pathOf(route: Route, id: string): string {
  return route.path.replaceAll(/:\w+/g, (name) => WORDS[name] ?? id) + queryOf(route, id);
}

/** The query of an operation that takes ids in one, each with the id. */
export function queryOf(route: Route, id: string): string {
  return sampleQueries(id)[route.name] ?? '';
}

/** What an operation is sent: a body of the right form where `bodies.ts` has one, else an empty one. */
export function sendingOf(route: Route, id: string = randomUUID()): Sending {
  if (route.method === 'GET') return {};
  if (route.isForm) return { raw: sampleForm() };
  return { json: sampleBodies(id)[route.name] ?? {} };
}

/** Calls an operation; of an event stream only the head is read. */
export function call(
  browser: Browser,
  route: Route,
  id?: string,
  headers: Sending['headers'] = {},
): Promise<Answer> {
  const sending = { ...sendingOf(route, id), headers };
  const path = pathOf(route, id ?? randomUUID());
  return route.method === 'GET' ? browser.head(path, sending) : browser.send(route.method, path, sending);
}

function sampleForm(): FormData {
  const form = new FormData();
  form.set(
    'file',
    new Blob(['source_url,target_url\nhttps://a.example/,https://b.example/\n'], { type: 'text/csv' }),
    'a.csv',
  );
  return form;
}
