import { parentPort } from 'node:worker_threads';
import { findContacts } from '../../core/discovery/find-contacts.js';
import { decodePage } from '../../platform/html/decode.js';
import type { Order } from '../../platform/html/worker-pool.js';
import type { ContactReadTask } from './contact-reader.js';

/** A thread that looks for contacts on one page after the other; what goes wrong on a page ends the thread, and the pool starts another. */
parentPort?.on('message', ({ id, task: { bytes, contentType, url, kind } }: Order<ContactReadTask>) => {
  const { text } = decodePage(bytes, contentType);
  parentPort?.postMessage({ id, result: JSON.stringify(findContacts({ html: text, url, kind })) });
});

parentPort?.postMessage({ ready: true });
