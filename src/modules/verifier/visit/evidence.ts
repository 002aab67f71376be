import { createHash } from 'node:crypto';
import type { MatchStep } from '../../../core/placements/terms.js';
import type { Occurrence } from '../../../core/verifier/facts.js';
import type { AnswerHeaders } from '../../../platform/fetch/exchange.js';
import { headerValue } from '../../../platform/fetch/page-fetcher.js';
import { decodePage } from '../../../platform/html/decode.js';
import type { VisitEvidence } from './visit-types.js';

const AROUND = 300;
const MAX_ELEMENT = 4_000;
const MAX_SNIPPETS = 20;
const KEPT_HEADERS = [
  'content-type',
  'content-language',
  'content-encoding',
  'x-robots-tag',
  'link',
  'last-modified',
  'etag',
  'date',
  'server',
  'cache-control',
];

/** The bytes that were read, and what came with them. */
export interface ReadBytes {
  readonly body: Buffer;
  readonly contentType: string | null;
  readonly headers: AnswerHeaders;
  readonly rendered: boolean;
}

/** Cuts the proof out of a page: each occurrence on the target's site with 300 characters before and after, exactly as sent. */
export function cutEvidence(
  read: ReadBytes,
  occurrences: readonly Occurrence[],
  matches: readonly MatchStep[],
): VisitEvidence {
  const relevant = occurrences.map((occurrence, index) => ({ occurrence, index }));
  const own = relevant.filter(({ index }) => (matches[index] ?? 'other') !== 'other').slice(0, MAX_SNIPPETS);
  const text = own.length === 0 ? '' : decodePage(read.body, read.contentType).text;
  return {
    snippets: own.map(({ occurrence, index }) => ({ occurrence: index, html: around(text, occurrence) })),
    headers: keptHeaders(read.headers),
    bodySha256: createHash('sha256').update(read.body).digest('hex'),
    bodyBytes: read.body.length,
    rendered: read.rendered,
  };
}

/** The text is cut at the borders of tags, so that what is shown is HTML a person can read. */
function around(text: string, { start, end }: Occurrence): string {
  const stop = Math.min(end, start + MAX_ELEMENT);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(stop, stop + AROUND);
  return before.replace(/^[^<>]*>/, '') + text.slice(start, stop) + after.replace(/<[^<>]*$/, '');
}

function keptHeaders(headers: AnswerHeaders): Record<string, string> {
  const kept = KEPT_HEADERS.map((name) => [name, headerValue(headers, name)] as const);
  return Object.fromEntries(
    kept.flatMap(([name, value]) => (value === null ? [] : [[name, value.slice(0, 1_000)]])),
  );
}
