import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { type LogLine, readLine, writeLine } from './log-line.js';

/** Where the log lies in the data folder. */
const FILE = 'suppressions.log';
const READ_AT_ONCE = 1 << 20;
const LINE_END = 10;

interface Waiting {
  readonly lines: readonly LogLine[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Who must not be written to, kept outside of the database: after a backup is put back, what was asked since is still known. One JSON line an act, only
 * ever appended, on the disk before `append` answers; those who wait meanwhile share one write. A half line that a crash left is passed over.
 */
export class SuppressionLog {
  private waiting: Waiting[] = [];
  private isWriting = false;
  private readTo = 0;
  private rest: Buffer = Buffer.alloc(0);
  private reading: Promise<void> = Promise.resolve();
  private readonly kept = new Map<string, LogLine>();
  /** The ids of the entries that hold for an address in a workspace. */
  private readonly held = new Map<string, Set<string>>();

  constructor(private readonly dataDir: string) {}

  get path(): string {
    return join(this.dataDir, FILE);
  }

  /** Answers once the lines are on the disk. */
  append(lines: readonly LogLine[]): Promise<void> {
    if (lines.length === 0) return Promise.resolve();
    return new Promise((done, failed) => {
      this.waiting.push({ lines, done, failed });
      if (!this.isWriting) void this.write();
    });
  }

  /** The entries that hold as far as the log goes now, by their ids; lines that other processes wrote are read first. */
  async entries(): Promise<ReadonlyMap<string, LogLine>> {
    await this.readOn();
    return this.kept;
  }

  /** Entries for the whole workspace that name this address, whatever the database says. */
  async of(workspaceId: string, hash: string): Promise<readonly LogLine[]> {
    await this.readOn();
    return [...(this.held.get(`${workspaceId} ${hash}`) ?? [])].flatMap((id) => this.kept.get(id) ?? []);
  }

  private async write(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const now = this.waiting;
      this.waiting = [];
      try {
        await this.writeDown(now.flatMap(({ lines }) => lines.map(writeLine)).join(''));
        for (const { done } of now) done();
      } catch (error) {
        for (const { failed } of now) failed(error);
      }
    }
    this.isWriting = false;
  }

  /** A half line is ended first, so that what comes now does not become part of it. */
  private async writeDown(text: string): Promise<void> {
    await mkdir(this.dataDir, { recursive: true });
    const file = await open(this.path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const isHalf = size > 0 && (await byteAt(file, size - 1)) !== LINE_END;
      await file.appendFile(isHalf ? `\n${text}` : text);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private readOn(): Promise<void> {
    this.reading = this.reading.catch(() => undefined).then(() => this.readTail());
    return this.reading;
  }

  private async readTail(): Promise<void> {
    const file = await open(this.path, 'r').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    if (file === null) return;
    try {
      const { size } = await file.stat();
      while (this.readTo < size) await this.readPart(file);
    } finally {
      await file.close();
    }
  }

  private async readPart(file: FileHandle): Promise<void> {
    const part = Buffer.alloc(READ_AT_ONCE);
    const { bytesRead } = await file.read(part, 0, READ_AT_ONCE, this.readTo);
    this.readTo += bytesRead;
    const whole = Buffer.concat([this.rest, part.subarray(0, bytesRead)]);
    const end = whole.lastIndexOf(LINE_END) + 1;
    this.rest = whole.subarray(end);
    for (const text of whole.subarray(0, end).toString('utf8').split('\n')) this.take(readLine(text));
  }

  private take(line: LogLine | null): void {
    if (line === null) return;
    const { id, workspaceId, hash, clientId } = line;
    const place = `${workspaceId} ${String(hash)}`;
    this.held.get(place)?.delete(id);
    this.kept.delete(id);
    if (line.act === 'lifted') return;
    this.kept.set(id, line);
    if (hash === null || clientId !== null) return;
    const ids = this.held.get(place) ?? new Set();
    this.held.set(place, ids.add(id));
  }
}

async function byteAt(file: FileHandle, at: number): Promise<number | undefined> {
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, at);
  return byte[0];
}
