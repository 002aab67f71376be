import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A key that seals and opens: its id is 4 bytes in hexadecimal, its secret 32 bytes in base64url. */
export interface RingKey {
  readonly id: string;
  readonly secret: string;
}

/** What lies in the file of the ring. */
export interface Ring {
  /** The first one seals; all of them open. */
  readonly keys: readonly RingKey[];
  /** Makes what must stay the same for ever: it is never rotated. */
  readonly lasting: string;
}

export const ID_BYTES = 4;
const LOOKS = 100;
const LOOK_MS = 50;

/** A key nobody has seen yet. */
export function newKey(): RingKey {
  return { id: randomBytes(ID_BYTES).toString('hex'), secret: randomBytes(32).toString('base64url') };
}

/**
 * The file of a ring. It is read at every use, so that a program at work takes a new key at once, and written whole beside its place and then moved
 * there, so that no half file is ever read. One process writes at a time; the lock of one that died is taken over.
 */
export class RingFile {
  constructor(readonly path: string) {}

  /** Null when there is none. A ring of an older version comes without `lasting`. */
  async read(): Promise<(Pick<Ring, 'keys'> & Partial<Ring>) | null> {
    try {
      return JSON.parse(await readFile(this.path, 'utf8')) as Ring;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** The ring, made or completed where that is needed; who comes first does it. */
  async whole(): Promise<Ring> {
    const found = await this.read();
    return isWhole(found) ? found : this.change((ring) => ring);
  }

  /** Changes the ring under its lock; what is not there yet is made first. */
  async change(how: (ring: Ring) => Ring): Promise<Ring> {
    await mkdir(dirname(this.path), { recursive: true });
    const release = await this.lock();
    try {
      const found = await this.read();
      const before: Ring = {
        keys: found?.keys ?? [newKey()],
        lasting: found?.lasting ?? randomBytes(32).toString('base64url'),
      };
      const after = how(before);
      if (!isWhole(found) || after !== before) await this.write(after);
      return after;
    } finally {
      await release();
    }
  }

  private async write(ring: Ring): Promise<void> {
    const beside = `${this.path}.new`;
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(ring, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, this.path);
    await settled(dirname(this.path));
  }

  /** A file that holds the id of the process at work from its first moment: one that died before it wrote its id would hold the lock for ever. */
  private async lock(): Promise<() => Promise<void>> {
    const path = `${this.path}.lock`;
    const mine = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(mine, String(process.pid), { mode: 0o600 });
    try {
      for (let look = 0; look < LOOKS; look += 1) {
        if (await isTaken(mine, path)) return () => unlink(path).catch(() => undefined);
        if (await isLeft(path)) await unlink(path).catch(() => undefined);
        else await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    } finally {
      await unlink(mine).catch(() => undefined);
    }
    throw new Error(`${path} is held by another process: wait until it is done, or remove that file.`);
  }
}

function isWhole(ring: (Pick<Ring, 'keys'> & Partial<Ring>) | null): ring is Ring {
  return ring !== null && ring.lasting !== undefined && ring.keys.length > 0;
}

/** Puts a file at a place that is free; false when it is not. */
async function isTaken(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** What was moved within a folder is there after a power cut, too: the database may hold what was sealed with a key by then. */
async function settled(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether the process that holds a lock is gone. A lock that says no process says nothing. */
async function isLeft(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
