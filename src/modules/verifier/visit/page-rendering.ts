import { siteKey } from '../../../core/sites/site-key.js';
import type { Rendering } from '../../../platform/browser/page-renderer.js';
import { headerValue } from '../../../platform/fetch/page-fetcher.js';
import { htmlSource, type PageReading } from './page-reading.js';
import type { RobotsGate } from './robots-gate.js';
import type { VisitorMeans } from './visit-types.js';

/** A page read again after its scripts ran; `reading` is null when the browser failed. */
export type RenderedPage =
  | { readonly reading: PageReading | null; readonly complete: boolean }
  | { readonly deferred: string };

const RENDERED_TYPE = 'text/html; charset=utf-8';
const FAILED: RenderedPage = { reading: null, complete: false };

/** Renders the page as it was fetched (it is not asked for again) in the slot of its host, and reads what came out. */
export async function renderPage(
  { renderer, reader }: Pick<VisitorMeans, 'renderer' | 'reader'>,
  gate: RobotsGate,
  page: PageReading,
): Promise<RenderedPage> {
  const { headers, body, finalUrl } = page;
  if (renderer === null || headers === null || body === null) return FAILED;
  const url = new URL(finalUrl);
  const stop = await gate.takeSlot(url);
  if (stop !== null) return stop.kind === 'deferred' ? { deferred: stop.slot } : FAILED;
  let rendering: Rendering;
  try {
    const contentType = headerValue(headers, 'content-type') ?? 'text/html';
    rendering = await renderer.render({ url: finalUrl, contentType, body });
  } finally {
    gate.after(url);
  }
  if (!rendering.ok) return FAILED;
  const rendered = Buffer.from(rendering.html);
  const source = { ...htmlSource(rendering.url, headers), contentType: RENDERED_TYPE };
  const reading = await reader.read(rendered, source);
  if (!reading.ok) return FAILED;
  const read = { ...moved(page, rendering.url), headers: { ...headers, 'content-type': RENDERED_TYPE } };
  return { reading: { ...read, facts: reading.facts, body: rendered }, complete: rendering.complete };
}

/** A script that led to another site is a hop like any other; within the site the address stays the one that was fetched. */
function moved(page: PageReading, url: string): PageReading {
  if (siteKey(url) === siteKey(page.finalUrl)) return page;
  const hop = { url: page.finalUrl, status: page.status ?? 200 };
  return { ...page, finalUrl: url, redirects: [...page.redirects, hop] };
}
