import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { readFacts } from '../../core/verifier/html-facts.js';
import { decodePage } from './decode.js';
import type { ReadTask } from './html-reader.js';
import type { Order } from './worker-pool.js';

/**
 * A thread that reads one page after the other. What goes wrong on a page (a stack or a memory that is too small) ends the
 * thread; the pool takes that for a limit hit and starts another one.
 */
parentPort?.on('message', ({ id, task: { bytes, source } }: Order<ReadTask>) => {
  const { text, charset } = decodePage(bytes, source.contentType);
  const facts = readFacts(text, { ...source, charset }, sha256);
  // As one text the facts of a page with many links cross over in half the time of a structured clone.
  parentPort?.postMessage({ id, result: JSON.stringify(facts) });
});

parentPort?.postMessage({ ready: true });

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
