import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What a sealed text belongs to: sealed for one place it cannot be opened in another. */
export interface SealPlace {
  readonly workspaceId: string;
  readonly field: string;
}

/** Where the ring lies in the data folder. */
const FILE = 'keyring.json';
/** The form of a sealed text: this byte, the id of the key (4 bytes), the nonce, the text with its tag. */
const FORM = 1;
const ID_BYTES = 4;
/** AES-256-GCM with random nonces of 96 bits (NIST SP 800-38D). */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CREDENTIALS = 'linkledger credentials';
const HEAD_BYTES = 1 + ID_BYTES + NONCE_BYTES;

interface RingFile {
  /** The first one seals; all of them open. */
  readonly keys: readonly { readonly id: string; readonly secret: string }[];
  /** Makes what must stay the same for ever: it is never rotated. */
  readonly lasting: string;
}

/** What is made from the secret that is never rotated; each has a key of its own. */
export type LastingUse = 'message-id' | 'unsubscribe';

/**
 * Seals secrets with keys that lie in a file of the data folder, readable by its owner alone: who has the database has no secret. The file is made when
 * something is first sealed; without it nothing sealed can be opened, so it belongs into every backup and onto every machine of an installation.
 */
export class KeyRing {
  private ring: Promise<RingFile> | null = null;

  constructor(private readonly dataDir: string) {}

  /** A text as it may lie in the database. */
  async seal(text: string, place: SealPlace): Promise<Buffer> {
    this.ring ??= this.readOrMake();
    const [key] = (await this.ring.catch((error: unknown) => this.forget(error))).keys;
    if (key === undefined)
      throw new Error(`${this.path} holds no key: put back the file it was, or remove it.`);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, derived(key.secret, CREDENTIALS), nonce);
    cipher.setAAD(placeOf(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return Buffer.concat([Buffer.from([FORM]), Buffer.from(key.id, 'hex'), nonce, sealed]);
  }

  /** The text that was sealed for this place; null when the key is not in the ring, or the sealed text is not what it was. */
  async open(sealed: Buffer, place: SealPlace): Promise<string | null> {
    if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] !== FORM) return null;
    const id = sealed.subarray(1, 1 + ID_BYTES).toString('hex');
    const key = (await this.read())?.keys.find((one) => one.id === id);
    return key === undefined ? null : opened(sealed, derived(key.secret, CREDENTIALS), place);
  }

  /** 32 bytes that are the same for ever in this installation, for one use (RFC 5869). */
  async lasting(use: LastingUse): Promise<Buffer> {
    this.ring ??= this.readOrMake();
    const { lasting } = await this.ring.catch((error: unknown) => this.forget(error));
    return derived(lasting, `linkledger ${use}`);
  }

  private get path(): string {
    return join(this.dataDir, FILE);
  }

  private forget(error: unknown): never {
    this.ring = null;
    throw error;
  }

  private async readOrMake(): Promise<RingFile> {
    return (await this.read()) ?? (await this.make());
  }

  private async read(): Promise<RingFile | null> {
    try {
      return JSON.parse(await readFile(this.path, 'utf8')) as RingFile;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Written whole beside its place and then moved there, so that no half file is ever read; who comes first makes it. */
  private async make(): Promise<RingFile> {
    const ring: RingFile = {
      keys: [{ id: randomBytes(ID_BYTES).toString('hex'), secret: randomBytes(32).toString('base64url') }],
      lasting: randomBytes(32).toString('base64url'),
    };
    await mkdir(this.dataDir, { recursive: true });
    const lock = `${this.path}.new`;
    const file = await open(lock, 'wx', 0o600).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
      throw error;
    });
    if (file === null) return this.afterOther();
    try {
      const made = await this.read();
      if (made !== null) return made;
      await file.writeFile(`${JSON.stringify(ring, null, 2)}\n`);
      await file.sync();
      await rename(lock, this.path);
      return ring;
    } finally {
      await file.close();
      await unlink(lock).catch(() => undefined);
    }
  }

  /** Another process is making the ring this moment, or died over it. */
  private async afterOther(): Promise<RingFile> {
    for (let round = 0; round < 20; round += 1) {
      const made = await this.read();
      if (made !== null) return made;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${this.path}.new is left of a start that was cut off: remove it.`);
  }
}

/** Each use has a key of its own, so that the ring may serve others later (RFC 5869). */
function derived(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), Buffer.alloc(0), use, 32));
}

function placeOf({ workspaceId, field }: SealPlace): Buffer {
  return Buffer.from(`${workspaceId}|${field}`, 'utf8');
}

function opened(sealed: Buffer, key: Buffer, place: SealPlace): string | null {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1 + ID_BYTES, HEAD_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(placeOf(place));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
