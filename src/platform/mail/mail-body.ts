import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';

/** Turns of the event loop in which an answer that came too early is read before the end is handed over. */
const LISTEN_TURNS = 3;

/** The commit before the first byte said no. */
export class BodyStopped extends Error {
  constructor() {
    super('stopped before the first byte');
  }
}

/**
 * The bytes of a mail as a stream that knows how far it got. nodemailer reads it only after the server's 354; the first read asks
 * `mayBegin`, which commits that the mail may be out from here on. Nothing is handed over before that commit is through.
 */
export class MailBody extends Readable {
  /** A byte may have left. */
  began = false;
  /** Everything was handed over, the final dot follows at once. */
  ended = false;
  /** Settled when no commit is under way any more. */
  asked: Promise<unknown> = Promise.resolve();
  private part = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly mayBegin: () => Promise<boolean>,
    private readonly onStep: () => void,
  ) {
    super();
  }

  override _read(): void {
    this.handOver(this.part++).catch((error: unknown) => this.destroy(asError(error)));
  }

  /** Hands over the first half, the second, and the end. */
  async handOver(part: number): Promise<void> {
    const half = Math.ceil(this.bytes.length / 2);
    if (part === 0) {
      await this.begin();
      this.give(this.bytes.subarray(0, half));
    } else if (part === 1) {
      this.give(this.bytes.subarray(half));
    } else {
      for (let heard = 0; heard < LISTEN_TURNS; heard += 1) await turn();
      if (this.destroyed) return;
      this.ended = true;
      this.onStep();
      this.push(null);
    }
  }

  private async begin(): Promise<void> {
    const asking = this.mayBegin();
    this.asked = asking.catch(() => undefined);
    if (!(await asking)) throw new BodyStopped();
    if (this.destroyed) return;
    this.began = true;
    this.onStep();
  }

  private give(bytes: Buffer): void {
    if (!this.destroyed) this.push(bytes);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
