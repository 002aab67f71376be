import { useRef } from 'react';
import { idempotencyKey, type KeyHeader } from '../../../api/client.js';

/** A key that stays the same while the same is sent again, so that a send whose answer was lost makes nothing twice. */
export function useFormKey(text: string): KeyHeader {
  const kept = useRef<{ readonly text: string; readonly key: KeyHeader } | null>(null);
  if (kept.current?.text !== text) kept.current = { text, key: idempotencyKey() };
  return kept.current.key;
}
