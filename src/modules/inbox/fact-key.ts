import { createHash } from 'node:crypto';
import type { InboundKind } from '../../core/inbox/inbox.js';

/** What makes a fact the same: the mail or conversation of ours it speaks of, what it is, and its very text (F5). */
export function factKey(named: string, kind: InboundKind, bodyHash: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([named, kind, bodyHash]))
    .digest();
}
