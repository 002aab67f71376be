/** Bytes with what they are. */
export interface Blob {
  readonly content: Buffer;
  readonly mediaType: string;
}

/** Keeps files by the SHA-256 of their content: the same bytes are kept once, and never change. */
export abstract class BlobStore {
  /** Keeps bytes; answers their SHA-256 in hexadecimal. Keeping them again changes nothing. */
  abstract put(content: Buffer, mediaType: string): Promise<string>;

  /** The bytes of a SHA-256, or null where they are not kept. */
  abstract get(sha256: string): Promise<Blob | null>;
}
