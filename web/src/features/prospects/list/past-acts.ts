import { useSessionStorage } from '@mantine/hooks';
import type { BulkAction } from './bulk-actions.js';

/** A bulk act of this visit that is done and may be taken back. */
export interface PastAct {
  readonly jobId: string;
  readonly action: BulkAction;
  readonly size: number;
}

const KEPT = 10;

/** The bulk acts of this visit, newest first: the way back when the ten seconds are over. */
export function usePastActs() {
  const [acts, setActs] = useSessionStorage<readonly PastAct[]>({
    key: 'linkledger-prospect-acts',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    acts,
    remember: (act: PastAct) => setActs((before) => [act, ...before].slice(0, KEPT)),
    forget: (jobId: string) => setActs((before) => before.filter((one) => one.jobId !== jobId)),
  };
}
