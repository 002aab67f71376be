import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** Spreadsheets take a file for UTF-8 by this mark alone. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Answers with a CSV file in pieces, as they come. The first piece is made before the headers go out, so that a
 * refusal is still a problem and not a broken file.
 */
export async function answerCsv(
  response: Response,
  fileName: string,
  pieces: AsyncGenerator<string>,
): Promise<void> {
  const first = await pieces.next();
  response.set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  });
  await pipeline(Readable.from(resumed(String(first.value ?? ''), pieces)), response);
}

async function* resumed(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
