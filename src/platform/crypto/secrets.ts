import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits in base64url (43 characters). */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret of 256 bits: its SHA-256. Not for passwords, which need a slow hash. */
export function sha256(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
