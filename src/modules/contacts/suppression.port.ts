/** Why addresses are kept from mail. */
export interface SuppressionWish {
  readonly reason: 'objected' | 'asked';
  readonly note: string;
  /** An erased person's addresses stay as hashes alone. */
  readonly isErased: boolean;
  readonly at: Date;
}

/** Where acts on contacts write what must never be mailed again; within the open transaction. */
export abstract class SuppressionPort {
  abstract keep(
    addresses: readonly { readonly address: string; readonly key: string }[],
    wish: SuppressionWish,
  ): Promise<void>;
}
