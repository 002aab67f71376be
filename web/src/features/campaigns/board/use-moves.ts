import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import type { PitchFilter } from '../campaign-search.js';
import type { CampaignKind, PitchBoard, PitchRow } from '../campaign-views.js';
import { campaignKeys, pitchBoard } from '../campaigns-api.js';
import { placeOf, withBack, withChanged, withMoved } from './board-moves.js';

/** Why a card came back, by pitch, until somebody moves it again or waves it away. */
export type Refusals = ReadonlyMap<string, unknown>;

/**
 * Moves cards of a board: at once on the screen, then on the server. A refused card goes back where it stood and says why. A stage
 * where an agreement is recorded is entered on the pitch's page, where what was agreed is asked.
 */
export function useMoves(filter: PitchFilter) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const t = useMessages();
  const [refusals, setRefusals] = useState<Refusals>(new Map());
  const { queryKey } = pitchBoard(filter);
  const key = JSON.stringify(queryKey);

  const forget = useCallback(
    (id: string) =>
      setRefusals((before) =>
        before.has(id) ? new Map([...before].filter(([refused]) => refused !== id)) : before,
      ),
    [],
  );

  const move = useCallback(
    async (card: PitchRow, kind: CampaignKind, to: string): Promise<void> => {
      const stage = kind.stages.find((one) => one.key === to);
      if (!stage || to === card.stage) return;
      forget(card.id);
      if (stage.isAgreed && card.placement === null && (kind.moves[card.stage] ?? []).includes(to)) {
        await navigate({ to: '/pitches/$id', params: { id: card.id }, search: { act: 'won' } });
        return;
      }
      const patch = (change: (board: PitchBoard) => PitchBoard) =>
        queries.setQueryData<PitchBoard>(
          JSON.parse(key) as typeof queryKey,
          (board) => board && change(board),
        );
      const board = queries.getQueryData<PitchBoard>(JSON.parse(key) as typeof queryKey);
      const place = board ? placeOf(board, card.id) : null;
      if (!place) return;
      await queries.cancelQueries({ queryKey: campaignKeys.boards });
      patch((now) => withMoved(now, card.id, { stage: to, nextStep: stage.nextStep }));
      try {
        const { id, revision, status, outcome } = await bodyOf(
          api.POST('/api/v1/pitches/{id}/move', {
            params: { path: { id: card.id } },
            body: { to, revision: place.card.revision },
          }),
        );
        patch((now) => withChanged(now, id, { revision, status, outcome }));
        void queries.invalidateQueries({ queryKey: campaignKeys.all });
        void queries.invalidateQueries({ queryKey: campaignKeys.pitches, refetchType: 'none' });
      } catch (error) {
        patch((now) => withBack(now, place));
        setRefusals((before) => new Map(before).set(card.id, error));
        toastProblem(t, error);
        if (isProblem(error, 'pitch.changed_meanwhile'))
          void queries.invalidateQueries({ queryKey: campaignKeys.boards });
      }
    },
    [queries, navigate, t, key, forget],
  );
  return { move, refusals, forget };
}

export type Moves = ReturnType<typeof useMoves>;
