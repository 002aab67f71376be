import { useRef, useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import type { Job } from '../api/views.js';
import { useMessages } from '../i18n/messages-provider.js';
import { countInWords } from '../i18n/times.js';
import { toastWithUndo } from './undo-toast.js';

/** An act on many records that runs or ran. */
export interface BulkJob<Action extends string> {
  readonly jobId: string;
  readonly action: Action | 'undo';
  readonly size: number;
}

/**
 * Follows the job of an act on many records; when it is done it can be taken back for ten seconds. `did` says what was done to how many;
 * `refresh` reads the lists anew.
 */
export function useBulkJob<Action extends string>(
  refresh: () => unknown,
  did: (action: Action, count: string) => string,
) {
  const t = useMessages();
  const [job, setJob] = useState<BulkJob<Action> | null>(null);
  const undone = useRef<(() => void) | null>(null);

  const undo = async ({ jobId, size }: BulkJob<Action>): Promise<void> => {
    const started = await bodyOf(api.POST('/api/v1/jobs/{id}/undo', { params: { path: { id: jobId } } }));
    setJob({ jobId: started.jobId, action: 'undo', size });
    await new Promise<void>((resolve) => {
      undone.current = resolve;
    });
  };

  const ended = (end: Job) => {
    void refresh();
    if (job === null) return;
    if (job.action === 'undo') {
      undone.current?.();
      setJob(null);
      return;
    }
    if (end.state !== 'done') return;
    // What could not be done is worth reading; else the card has nothing more to say.
    if (end.failed === 0) setJob(null);
    const count = countInWords(end.finished - end.failed, true, t);
    if (end.finished > end.failed) toastWithUndo(t, did(job.action, count), () => undo(job));
  };
  return { job, follow: (act: BulkJob<Action>) => setJob(act), ended, close: () => setJob(null) };
}
