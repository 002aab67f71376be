import type { Response } from 'express';
import type { Blob } from '../blobs/blob-store.js';

/** Answers with a file somebody uploaded. A browser shows it as what it is or not at all, and runs nothing in it. */
export function answerKeptFile(response: Response, { content, mediaType }: Blob): void {
  response.set({
    'Content-Type': mediaType,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  response.end(content);
}
