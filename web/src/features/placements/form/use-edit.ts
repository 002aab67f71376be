import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { isProblem } from '../../../api/problem.js';
import { useActs } from '../acts/placement-acts.js';
import { placementDetail } from '../placements-api.js';
import { changeBody, changedElsewhere, draftOf, type PlacementDraft } from './placement-form.js';

/**
 * A placement being edited. Only the fields that were touched are sent; when the placement changed meanwhile, the newer
 * one is read, what changed there is named, and saving again writes only one's own changes on top of it.
 */
export function useEdit(placement: PlacementDetail) {
  const queries = useQueryClient();
  const acts = useActs(placement.id);
  const [before] = useState(() => draftOf(placement));
  const [draft, setDraft] = useState<PlacementDraft>(before);
  const [elsewhere, setElsewhere] = useState<readonly string[] | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const revision = useRef(placement.revision);

  const readAgain = async () => {
    const theirs = await queries.query({ ...placementDetail(placement.id), staleTime: 0 });
    revision.current = theirs.revision;
    setElsewhere(changedElsewhere(before, draftOf(theirs)));
  };
  const save = async (): Promise<boolean> => {
    if (isSaving) return false;
    const body = changeBody(before, draft);
    if (Object.keys(body).length === 0) return true;
    setSaving(true);
    setProblem(null);
    try {
      await acts.edit({ revision: revision.current, ...body });
      return true;
    } catch (error) {
      if (isProblem(error, 'placement.changed_meanwhile')) await readAgain().catch(setProblem);
      else setProblem(error);
      return false;
    } finally {
      setSaving(false);
    }
  };
  const change = (to: Partial<PlacementDraft>) => setDraft((now) => ({ ...now, ...to }));
  return { before, draft, change, save, isSaving, problem, elsewhere };
}
