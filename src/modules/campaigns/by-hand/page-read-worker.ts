import { parentPort } from 'node:worker_threads';
import { readGuidelines } from '../../../core/suggestions/guidelines.js';
import { readMentions } from '../../../core/suggestions/mentions.js';
import { outgoingLinks } from '../../../core/suggestions/outgoing-links.js';
import { pageFacts } from '../../../core/suggestions/page-facts.js';
import { readSuggestionPage } from '../../../core/suggestions/page-reading.js';
import { decodePage } from '../../../platform/html/decode.js';
import type { Order } from '../../../platform/html/worker-pool.js';
import type { PageReadTask, ReadPage } from './page-reader.js';

/** A thread that reads one page after the other; what goes wrong on a page ends the thread, and the pool starts another. */
parentPort?.on('message', ({ id, task: { bytes, contentType, url, aims, brand } }: Order<PageReadTask>) => {
  const page = readSuggestionPage(decodePage(bytes, contentType).text, url);
  const read: ReadPage = {
    facts: pageFacts(page),
    links: aims.links ? outgoingLinks(page) : [],
    mentions: aims.mentions ? readMentions(page, brand) : null,
    guidelines: aims.guidelines ? readGuidelines(page) : null,
  };
  parentPort?.postMessage({ id, result: JSON.stringify(read) });
});

parentPort?.postMessage({ ready: true });
