import type { KeyRing, SealPlace } from '../../platform/crypto/key-ring.js';

/** The tokens of a mailbox as they are kept, sealed together. */
export interface KeptTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Tokens as they may lie in the database. */
export function sealTokens(ring: KeyRing, tokens: KeptTokens, place: SealPlace): Promise<Buffer> {
  return ring.seal(JSON.stringify(tokens), place);
}

/** The tokens that were sealed for this place; null when they cannot be read. */
export async function unsealTokens(
  ring: KeyRing,
  sealed: Buffer | null,
  place: SealPlace,
): Promise<KeptTokens | null> {
  const text = sealed === null ? null : await ring.open(sealed, place);
  if (text === null) return null;
  const { accessToken, refreshToken } = JSON.parse(text) as Partial<KeptTokens>;
  return typeof accessToken === 'string' && typeof refreshToken === 'string'
    ? { accessToken, refreshToken }
    : null;
}
