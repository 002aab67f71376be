import { setImmediate as nextTurn } from 'node:timers/promises';
import { judge } from '../../../core/verifier/judge.js';
import { NO_CONTEXT } from '../../../core/verifier/judge-context.js';
import type { PageVisitor } from '../visit/page-visitor.js';
import type { VisitHooks } from '../visit/visit-types.js';
import { type GroupedRow, groupRows, type PageGroup } from './page-groups.js';
import { PageQueue } from './page-queue.js';
import { checkedLine, invalidLine, type VerifyLine } from './verify-line.js';
import type { RowReading } from './verify-row.js';

const LONGEST_BREATH_MS = 10;

export interface VerifyRun {
  readonly rows: () => AsyncIterable<RowReading>;
  readonly visitor: PageVisitor;
  readonly hooks: VisitHooks;
  readonly concurrency: number;
  /** Whether pauses between requests to one host are kept. */
  readonly pausesKept: boolean;
  readonly shown: 'match' | 'site';
  /** Takes a line and resolves when the next one may come. */
  readonly write: (line: VerifyLine) => Promise<void>;
}

/** Checks all rows, each page once, and writes a line for each; answers whether all were live. */
export async function runVerify(run: VerifyRun): Promise<{ readonly allLive: boolean }> {
  const queue = new PageQueue(run.pausesKept);
  let allLive = true;
  const write = async (line: VerifyLine) => {
    allLive &&= line.verdict === 'live';
    await run.write(line);
  };
  const visitors = Array.from({ length: run.concurrency }, () => visitPages(run, queue, write));
  const feeding = feed(groupRows(run.rows), queue, write);
  // Whoever fails first ends the run; a visitor never ends before the last page but by failing.
  await Promise.race([feeding, Promise.all(visitors)]);
  await Promise.all([feeding, ...visitors]);
  return { allLive };
}

type Write = (line: VerifyLine) => Promise<void>;

async function feed(rows: AsyncIterable<GroupedRow>, queue: PageQueue, write: Write): Promise<void> {
  try {
    for await (const grouped of rows) {
      if (grouped.kind === 'page') await queue.push(grouped.group);
      else await write(invalidLine(grouped.reading.row, grouped.reading.reason));
    }
  } finally {
    queue.close();
  }
}

async function visitPages(run: VerifyRun, queue: PageQueue, write: Write): Promise<void> {
  for (let page = await queue.take(); page !== null; page = await queue.take()) {
    await visitPage(run, page.group, write);
    queue.done(page);
  }
}

async function visitPage(run: VerifyRun, { pageUrl, rows }: PageGroup, write: Write): Promise<void> {
  const targets = rows.map((row) => row.terms.targetUrl);
  const opened = await run.visitor.open({ sourceUrl: pageUrl, targetUrls: targets }, run.hooks);
  if ('deferred' in opened) throw new Error('No host is ever held by somebody else here.');
  let since = performance.now();
  for (const row of rows) {
    since = await breathe(since);
    const seen = await opened.page.lookFor(row.terms);
    if ('deferred' in seen) throw new Error('No host is ever held by somebody else here.');
    const judgement = judge(row.terms, seen.visit, NO_CONTEXT);
    await write(checkedLine(row, seen.visit, judgement, { answered: opened.answered, shown: run.shown }));
  }
}

/** Holding a page against thousands of rows must not keep the other requests from being served. */
async function breathe(since: number): Promise<number> {
  if (performance.now() - since < LONGEST_BREATH_MS) return since;
  await nextTurn();
  return performance.now();
}
