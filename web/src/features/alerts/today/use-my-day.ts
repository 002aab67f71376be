import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { query } from '../../../api/client.js';
import type { components } from '../../../api/schema.generated.js';
import type { ScopeSearch } from '../../../app/session/scope.js';
import { useMay } from '../../../app/session/session.js';
import { useTaskDone } from '../../../ui/use-task-done.js';

type MyDay = components['schemas']['MyDay'];
type Item = components['schemas']['MyDayItem'];

const NONE: MyDay['lists'] = [];

/** The lists of the whole team that hold the same placements as one of mine. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  worse: ['lost', 'changed'],
  overdue: ['overdue'],
};

/** Whether the placements of a list of mine stand in the lists of the whole team, too: they count once. */
export function isSaidBelow(key: string): boolean {
  return Object.hasOwn(BELOW, key);
}

/**
 * What waits for whoever looks, at the client the page is set to; and to be done with one of it. A list that would say the same as those of the
 * whole team (`below`), because all of it is mine, is left to them; until those are known nothing is shown.
 */
export function useMyDay(below: readonly { readonly key: string; readonly total: number }[] | undefined) {
  const { client }: ScopeSearch = useSearch({ strict: false });
  const finish = useTaskDone();
  const mayWrite = useMay('write');
  const day = useQuery(
    query.queryOptions('get', '/api/v1/my-day', {
      params: { query: client === undefined ? {} : { clientId: client } },
    }),
  );
  /** Only a task is done by one key; what else waits is worked on where it lies. */
  const done = (row: { readonly key: string; readonly item: Item } | undefined): void => {
    if (row?.key !== 'tasks' || !mayWrite) return;
    void finish(row.item);
  };
  const known = below === undefined ? NONE : (day.data?.lists ?? NONE);
  const lists = known.filter(({ key, total }) => {
    const same = (below ?? []).filter((one) => BELOW[key]?.includes(one.key));
    return total !== same.reduce((sum, one) => sum + one.total, 0);
  });
  return { lists, isPending: day.isPending, error: day.error, done };
}
