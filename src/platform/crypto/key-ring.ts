import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ID_BYTES, newKey, type Ring, RingFile, type RingKey } from './ring-file.js';

/** What a sealed text belongs to: sealed for one place it cannot be opened in another. */
export interface SealPlace {
  readonly workspaceId: string;
  readonly field: string;
}

/** Where the ring lies in the data folder. */
const FILE = 'keyring.json';
/** The form of a sealed text: this byte, the id of the key (4 bytes), the nonce, the text with its tag. */
const FORM = 1;
/** AES-256-GCM with random nonces of 96 bits (NIST SP 800-38D). */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CREDENTIALS = 'linkledger credentials';
const HEAD_BYTES = 1 + ID_BYTES + NONCE_BYTES;

/** What is made from the secret that is never rotated; each has a key of its own. */
export type LastingUse = 'message-id' | 'unsubscribe';

/**
 * Seals secrets with keys that lie in a file of the data folder, readable by its owner alone: who has the database has no secret. The file is made when
 * something is first sealed; without it nothing sealed can be opened, so it belongs into every backup and onto every machine of an installation.
 */
export class KeyRing {
  private readonly file: RingFile;
  private lastingSecret: Promise<string> | null = null;

  constructor(dataDir: string) {
    this.file = new RingFile(join(dataDir, FILE));
  }

  /** A text as it may lie in the database. */
  async seal(text: string, place: SealPlace): Promise<Buffer> {
    const [key] = (await this.file.whole()).keys;
    if (key === undefined)
      throw new Error(`${this.file.path} holds no key: put back the file it was, or remove it.`);
    return sealed(text, key, place);
  }

  /** The text that was sealed for this place; null when the key is not in the ring, or the sealed text is not what it was. */
  async open(sealedText: Buffer, place: SealPlace): Promise<string | null> {
    const id = keyIdOf(sealedText);
    const key = (await this.file.read())?.keys.find((one) => one.id === id);
    return key === undefined ? null : opened(sealedText, derived(key.secret, CREDENTIALS), place);
  }

  /** 32 bytes that are the same for ever in this installation, for one use (RFC 5869). */
  async lasting(use: LastingUse): Promise<Buffer> {
    this.lastingSecret ??= this.file.whole().then(({ lasting }) => lasting);
    const secret = await this.lastingSecret.catch((error: unknown) => {
      this.lastingSecret = null;
      throw error;
    });
    return derived(secret, `linkledger ${use}`);
  }

  /** Ids of the keys that are there; the first one seals. Empty when there is no ring. */
  async keyIds(): Promise<readonly string[]> {
    return ((await this.file.read())?.keys ?? []).map(({ id }) => id);
  }

  /** Puts a new key in front, unless a rotation that was cut off left more than one: that one goes on. Answers the ids, the sealing one first. */
  async beginRotation(): Promise<readonly string[]> {
    const ring = await this.file.change((before) =>
      before.keys.length > 1 ? before : { ...before, keys: [newKey(), ...before.keys] },
    );
    return ring.keys.map(({ id }) => id);
  }

  /** Forgets every key but the sealing one. Only when nothing is sealed with them any more. */
  async endRotation(): Promise<void> {
    await this.file.change(({ keys, ...ring }: Ring) => ({ ...ring, keys: keys.slice(0, 1) }));
  }
}

/** The id of the key a text was sealed with; null when it is no sealed text. */
export function keyIdOf(sealedText: Buffer): string | null {
  if (sealedText.length < HEAD_BYTES + TAG_BYTES || sealedText[0] !== FORM) return null;
  return sealedText.subarray(1, 1 + ID_BYTES).toString('hex');
}

function sealed(text: string, key: RingKey, place: SealPlace): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, derived(key.secret, CREDENTIALS), nonce);
  cipher.setAAD(placeOf(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([Buffer.from([FORM]), Buffer.from(key.id, 'hex'), nonce, body]);
}

/** Each use has a key of its own, so that the ring may serve others later (RFC 5869). */
function derived(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), Buffer.alloc(0), use, 32));
}

function placeOf({ workspaceId, field }: SealPlace): Buffer {
  return Buffer.from(`${workspaceId}|${field}`, 'utf8');
}

function opened(sealedText: Buffer, key: Buffer, place: SealPlace): string | null {
  const decipher = createDecipheriv(CIPHER, key, sealedText.subarray(1 + ID_BYTES, HEAD_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(placeOf(place));
  decipher.setAuthTag(sealedText.subarray(-TAG_BYTES));
  try {
    const text = decipher.update(sealedText.subarray(HEAD_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
