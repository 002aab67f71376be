import type { Occurrence, PageFacts } from '../../src/core/verifier/facts.js';
import { type HtmlOrigin, readFacts } from '../../src/core/verifier/html-facts.js';

export const HTML_URL = 'https://blog.example/dir/page.html';

/** The facts of a page; its main text stands in for the hash. */
export function factsOf(html: string, origin: Partial<HtmlOrigin> = {}): PageFacts {
  const whole = { url: HTML_URL, charset: 'utf-8', robotsTags: [], linkHeaders: [], ...origin };
  return readFacts(html, whole, (text) => text);
}

/** The facts of a page with this body. */
export function bodyFacts(body: string): PageFacts {
  return factsOf(`<!doctype html><body>${body}`);
}

/** The first link of a body. */
export function firstLink(body: string): Occurrence {
  return bodyFacts(body).occurrences[0] as Occurrence;
}

/** Every link as `path|rel|anchor`. */
export function linksOf(html: string): string[] {
  return factsOf(html).occurrences.map(({ href, rel, anchor }) => `${href}|${rel.join(' ')}|${anchor}`);
}
