import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { readFacts } from '../../core/verifier/html-facts.js';
import { decodePage } from './decode.js';
import type { ReadTask } from './html-reader.js';

/**
 * A thread that reads one page after the other. What goes wrong on a page (a stack or a memory that is too small) ends the
 * thread; the pool takes that for a limit hit and starts another one.
 */
parentPort?.on('message', ({ bytes, source }: ReadTask) => {
  parentPort?.postMessage({ started: true });
  const { text, charset } = decodePage(bytes, source.contentType);
  const result = readFacts(text, { ...source, charset }, sha256);
  parentPort?.postMessage({ result });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
