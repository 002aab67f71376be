import { existsSync } from 'node:fs';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Guidelines } from '../../../core/suggestions/guidelines.js';
import type { MentionedBrand, MentionReading } from '../../../core/suggestions/mentions.js';
import type { OutgoingLink } from '../../../core/suggestions/outgoing-links.js';
import type { PageFacts } from '../../../core/suggestions/page-facts.js';
import type { ReadingAims } from '../../../core/suggestions/pitch-fields.js';
import { WorkerPool } from '../../../platform/html/worker-pool.js';
import { compiled } from '../../../platform/paths.js';

/** What a thread is given: a page as it came, and what is looked for on it. */
export interface PageReadTask {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly url: string;
  readonly aims: ReadingAims;
  readonly brand: MentionedBrand;
}

/** What a page says, as far as it was looked for. */
export interface ReadPage {
  readonly facts: PageFacts;
  readonly links: readonly OutgoingLink[];
  readonly mentions: MentionReading | null;
  readonly guidelines: Guidelines | null;
}

/** One thread, at most 84 MB of old memory and 3 s of processor time a page, as for pages that are checked. */
const LIMITS = { size: 1, oldGenerationMb: 84, cpuMs: 3000 } as const;
const HEAVY_BYTES = 256 * 1024;

/** Reads pages in a thread of its own: a hostile page must not hold up the rest. It starts with the first page. */
@Injectable()
export class PageReader implements OnApplicationShutdown {
  private pool: WorkerPool<PageReadTask, string> | null = null;

  /** Null where a page takes too much time or memory. */
  async read(task: PageReadTask): Promise<ReadPage | null> {
    this.pool ??= new WorkerPool({ script: script(), ...LIMITS });
    const done = await this.pool.run(task, task.bytes.length > HEAVY_BYTES);
    return done.ok ? (JSON.parse(done.result) as ReadPage) : null;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }
}

function script(): string {
  const path = compiled('modules/campaigns/by-hand/page-read-worker.js');
  if (existsSync(path)) return path;
  throw new Error(
    `${path} is missing. Pages are read by compiled threads: run "npm run build:server" first.`,
  );
}
