import { existsSync } from 'node:fs';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PageKind } from '../../core/discovery/discovery.js';
import type { FoundContact } from '../../core/discovery/find-contacts.js';
import { WorkerPool } from '../../platform/html/worker-pool.js';
import { compiled } from '../../platform/paths.js';

/** What a thread is given: a page as it came, and what it is for. */
export interface ContactReadTask {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly url: string;
  readonly kind: PageKind;
}

/** One thread, at most 84 MB of old memory and 3 s of processor time a page, as for pages that are checked. */
const LIMITS = { size: 1, oldGenerationMb: 84, cpuMs: 3000 } as const;
const HEAVY_BYTES = 256 * 1024;

/** Finds contacts on pages in a thread of its own: a hostile page must not hold up the rest. It starts with the first page. */
@Injectable()
export class ContactReader implements OnApplicationShutdown {
  private pool: WorkerPool<ContactReadTask, string> | null = null;

  /** Nobody where a page takes too much time or memory. */
  async read(bytes: Uint8Array, page: Omit<ContactReadTask, 'bytes'>): Promise<readonly FoundContact[]> {
    this.pool ??= new WorkerPool({ script: script(), ...LIMITS });
    const done = await this.pool.run({ bytes, ...page }, bytes.length > HEAVY_BYTES);
    return done.ok ? (JSON.parse(done.result) as FoundContact[]) : [];
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }
}

function script(): string {
  const path = compiled('modules/discovery/contact-read-worker.js');
  if (existsSync(path)) return path;
  throw new Error(
    `${path} is missing. Pages are read by compiled threads: run "npm run build:server" first.`,
  );
}
