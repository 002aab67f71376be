import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../../api/problem.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toast, toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import { type PitchDetail, pitchDetail, showPitch } from './pitch-api.js';

interface Said {
  readonly says?: string;
  /** Takes the act back; the toast offers it for ten seconds. */
  readonly undo?: (after: PitchDetail) => Promise<PitchDetail>;
}

/** Does something with a pitch and shows it as it is then. A refusal is kept, to be said where it arose. */
export function usePitchAct(id: string) {
  const t = useMessages();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const act = async (call: () => Promise<PitchDetail>, { says, undo }: Said = {}): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      const after = await call();
      await showPitch(queries, after);
      if (says && undo) toastWithUndo(t, says, async () => showPitch(queries, await undo(after)));
      else if (says) toast(says);
      return true;
    } catch (error) {
      setProblem(error);
      if (isProblem(error, 'pitch.changed_meanwhile'))
        await queries.invalidateQueries({ queryKey: pitchDetail(id).queryKey });
      return false;
    } finally {
      setBusy(false);
    }
  };
  const tell = (error: unknown) => toastProblem(t, error);
  return { isBusy, problem, act, tell, clear: () => setProblem(null) };
}

export type PitchActing = ReturnType<typeof usePitchAct>;
