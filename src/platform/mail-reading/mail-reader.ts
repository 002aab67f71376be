import { existsSync } from 'node:fs';
import type { MailReading } from '../../core/mail-reading/mail-reading.js';
import { type ReadingContext, unparsedMail } from '../../core/mail-reading/read-mail.js';
import { WorkerPool } from '../html/worker-pool.js';
import { compiled } from '../paths.js';
import { glance } from './parse-mail.js';

/** What is known beside the bytes of a mail. */
export type MailContext = ReadingContext;

/** Reads a mail of any form; one that cannot be read within the limits is of kind `unparsed`. */
export interface MailReader {
  read(bytes: Buffer, context: MailContext): Promise<MailReading>;
  close(): Promise<void>;
}

export interface MailTask {
  readonly bytes: Uint8Array;
  readonly context: MailContext;
}

/** Beyond this nothing is read: what is behind is never looked at either, so it need not cross into the thread. */
const MOST_BYTES = 8 * 1024 * 1024;
const HEAVY_BYTES = 256 * 1024;
const OLD_GENERATION_MB = 96;
const CPU_LIMIT_MS = 6_000;

/** The reader with a thread of its own: 120 MB (96 old, 24 young) and 6 s of processor time for one mail, a new thread after one that took more. */
export class ThreadedMailReader implements MailReader {
  private readonly pool: WorkerPool<MailTask, string>;

  constructor({ threads = 1 }: { readonly threads?: number } = {}) {
    const script = compiled('platform/mail-reading/mail-read-worker.js');
    if (!existsSync(script)) {
      throw new Error(
        `${script} is missing. Mails are read by compiled threads: run "npm run build:server" first.`,
      );
    }
    this.pool = new WorkerPool({
      script,
      size: threads,
      oldGenerationMb: OLD_GENERATION_MB,
      cpuMs: CPU_LIMIT_MS,
    });
  }

  async read(bytes: Buffer, context: MailContext): Promise<MailReading> {
    const task = { bytes: new Uint8Array(bytes.subarray(0, MOST_BYTES)), context };
    const done = await this.pool.run(task, bytes.length > HEAVY_BYTES);
    return done.ok
      ? (JSON.parse(done.result) as MailReading)
      : unparsedMail(await glance(bytes.subarray(0, MOST_BYTES)), done.limit);
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
