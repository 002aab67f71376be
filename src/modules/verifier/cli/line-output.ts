import type { Writable } from 'node:stream';

const BATCH_CHARACTERS = 64 * 1024;

/** Writes lines in batches and makes everybody wait while whoever reads them is behind. */
export class LineOutput {
  private lines: string[] = [];
  private size = 0;
  private flushing: Promise<void> | null = null;

  constructor(private readonly stream: Writable) {}

  /** Resolves at once while there is room, else when the reader has caught up. */
  async write(line: string): Promise<void> {
    this.lines.push(line, '\n');
    this.size += line.length + 1;
    this.flushing ??= this.flush();
    if (this.size >= BATCH_CHARACTERS) await this.flushing;
  }

  /** Resolves when everything is handed over. */
  async end(): Promise<void> {
    while (this.flushing !== null) await this.flushing;
  }

  private async flush(): Promise<void> {
    while (this.lines.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.lines.join('');
      this.lines = [];
      this.size = 0;
      await new Promise<void>((resolve) => this.stream.write(batch, () => resolve()));
    }
    this.flushing = null;
  }
}
