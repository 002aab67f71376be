import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { PageFacts } from '../../core/verifier/facts.js';
import { compiled } from '../paths.js';
import { WorkerPool } from './worker-pool.js';

/** What is known about a page beside its bytes. */
export interface HtmlSource {
  /** The address the page was read from: relative links are resolved against it. */
  readonly url: string;
  readonly contentType: string | null;
  /** Values of the X-Robots-Tag headers, in order. */
  readonly robotsTags: readonly string[];
  /** Values of the Link headers, in order. */
  readonly linkHeaders: readonly string[];
}

export interface ReaderSettings {
  readonly threads?: number;
  /** Whether the heading and the text around each link are wanted; they are half of what crosses between the threads. */
  readonly surroundings?: boolean;
}

export interface ReadTask {
  readonly bytes: Uint8Array;
  readonly source: HtmlSource & { readonly surroundings: boolean };
}

export type HtmlReading =
  | { readonly ok: true; readonly facts: PageFacts }
  | { readonly ok: false; readonly limit: 'parse_limit'; readonly detail: string };

/** Reads the facts of a page from its bytes; a page that takes too much time or memory is `parse_limit`. */
export interface HtmlReader {
  read(bytes: Uint8Array, source: HtmlSource): Promise<HtmlReading>;
  close(): Promise<void>;
}

const HEAVY_BYTES = 256 * 1024;
const MAX_THREADS = 2;
const OLD_GENERATION_MB = 84;
const CPU_LIMIT_MS = 3_000;

/**
 * The reader with parse5 in threads of its own: at most two, 108 MB (84 old, 24 young) and 3 s of processor time each; large pages one at a time.
 */
export class Parse5Reader implements HtmlReader {
  private readonly pool: WorkerPool<ReadTask, string>;

  private readonly surroundings: boolean;

  constructor({
    threads = Math.min(availableParallelism(), MAX_THREADS),
    surroundings = true,
  }: ReaderSettings = {}) {
    this.surroundings = surroundings;
    const script = compiled('platform/html/read-worker.js');
    if (!existsSync(script)) {
      throw new Error(
        `${script} is missing. Pages are read by compiled threads: run "npm run build:server" first.`,
      );
    }
    this.pool = new WorkerPool({
      script,
      size: threads,
      oldGenerationMb: OLD_GENERATION_MB,
      cpuMs: CPU_LIMIT_MS,
    });
  }

  async read(bytes: Uint8Array, source: HtmlSource): Promise<HtmlReading> {
    const done = await this.pool.run(
      { bytes, source: { ...source, surroundings: this.surroundings } },
      bytes.length > HEAVY_BYTES,
    );
    return done.ok
      ? { ok: true, facts: JSON.parse(done.result) as PageFacts }
      : { ok: false, limit: 'parse_limit', detail: done.limit };
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
