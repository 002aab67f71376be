import { parentPort } from 'node:worker_threads';
import type { Order } from '../html/worker-pool.js';
import type { MailTask } from './mail-reader.js';
import { readBytes } from './read-bytes.js';

/** A thread that reads one mail after the other; the pool ends it when a mail takes too much. */
parentPort?.on('message', ({ id, task: { bytes, context } }: Order<MailTask>) => {
  void readBytes(bytes, context).then((reading) => {
    parentPort?.postMessage({ id, result: JSON.stringify(reading) });
  });
});

parentPort?.postMessage({ ready: true });
