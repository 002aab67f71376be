import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import type { Job } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { toastWithUndo } from '../../ui/undo-toast.js';
import { refreshWork } from './team-api.js';

/** What of somebody's work is handed over. */
export const PITCHES_OF = ['open', 'overdue', 'unanswered', 'stuck'] as const;
export type PitchesOf = (typeof PITCHES_OF)[number];

export interface Handover {
  /** Null is work that nobody has. */
  readonly from: string | null;
  readonly to: string;
  readonly toName: string;
  /** Which of their open pitches; null for none of them. */
  readonly pitches: PitchesOf | null;
  readonly tasks: boolean;
  readonly clientId: string | undefined;
}

/** Jobs that hand work over, or take that back. */
export interface Handing {
  readonly jobIds: readonly string[];
  readonly toName: string;
  readonly isUndo: boolean;
}

/** Hands work of one person to another and follows the jobs; when they are done all of it can be taken back for ten seconds. */
export function useReassign() {
  const queries = useQueryClient();
  const t = useMessages();
  const [handing, setHanding] = useState<Handing | null>(null);
  const ends = useRef(new Map<string, Job>());
  const undone = useRef<(() => void) | null>(null);

  const begin = (next: Handing) => {
    ends.current = new Map();
    setHanding(next);
  };

  const start = async (wish: Handover): Promise<void> => {
    const jobIds: string[] = [];
    if (wish.pitches !== null) jobIds.push(await movePitches(wish, wish.pitches));
    if (wish.tasks) jobIds.push(await moveTasks(wish));
    begin({ jobIds, toName: wish.toName, isUndo: false });
  };

  const undo = async ({ jobIds, toName }: Handing): Promise<void> => {
    const started: string[] = [];
    for (const id of jobIds) {
      const path = { params: { path: { id } } };
      started.push((await bodyOf(api.POST('/api/v1/jobs/{id}/undo', path))).jobId);
    }
    begin({ jobIds: started, toName, isUndo: true });
    await new Promise<void>((resolve) => {
      undone.current = resolve;
    });
  };

  const ended = (end: Job) => {
    if (handing === null) return;
    ends.current.set(end.id, end);
    if (ends.current.size < handing.jobIds.length) return;
    const all = [...ends.current.values()];
    void refreshWork(queries);
    if (handing.isUndo) {
      undone.current?.();
      setHanding(null);
      return;
    }
    const moved = all.reduce((sum, job) => sum + job.finished - job.failed, 0);
    // What could not be handed over is worth reading; else the card has nothing more to say.
    if (all.every((job) => job.state === 'done' && job.failed === 0)) setHanding(null);
    if (moved > 0)
      toastWithUndo(t, t.text('team.reassign.did', { count: moved, name: handing.toName }), () =>
        undo(handing),
      );
  };
  return { handing, start, ended, close: () => setHanding(null) };
}

async function movePitches({ from, to, clientId }: Handover, which: PitchesOf): Promise<string> {
  const filter = {
    assigneeMemberId: from ?? 'none',
    outcome: ['open'],
    ...(which === 'open' ? {} : { [which]: true }),
    ...(clientId === undefined ? {} : { clientId }),
    // The description of the API writes lists of a query as one text; a body has them as lists.
  } as unknown as Record<string, never>;
  const body = { action: 'assign' as const, filter, params: { assigneeMemberId: to } };
  return (await bodyOf(api.POST('/api/v1/pitches/bulk', { body }))).jobId;
}

async function moveTasks({ from, to, clientId }: Handover): Promise<string> {
  const filter = { assigneeMemberId: from ?? 'none', ...(clientId === undefined ? {} : { clientId }) };
  const body = { action: 'assign' as const, filter, params: { assigneeMemberId: to } };
  return (await bodyOf(api.POST('/api/v1/tasks/bulk', { body }))).jobId;
}
