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

/** What waits for whoever looks, at the client the page is set to; and to be done with one of it. */
export function useMyDay() {
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
  return { lists: day.data?.lists ?? NONE, isPending: day.isPending, error: day.error, done };
}
