import type { QueryClient } from '@tanstack/react-query';
import type { ProspectDetail, ProspectRow } from '../../api/prospect-views.js';
import { type LoadedRows, withoutRows, withRow } from '../../ui/loaded-rows.js';
import { TIMELINES } from '../../ui/record-timeline-api.js';
import { prospectKeys } from './prospects-api.js';

/** Shows a changed row in every list that holds it. The figures of a list are its own columns' and stay. */
export function patchRow(queries: QueryClient, { metrics: _metrics, ...row }: ProspectRow): void {
  queries.setQueriesData<LoadedRows<ProspectRow>>(
    { queryKey: prospectKeys.lists },
    (loaded) => loaded && withRow(loaded, row as ProspectRow),
  );
  queries.setQueryData<ProspectDetail>(prospectKeys.one(row.id), (known) => known && { ...known, ...row });
}

/** Takes rows off every list at once, before the server has answered. */
export function dropRows(queries: QueryClient, ids: ReadonlySet<string>): void {
  queries.setQueriesData<LoadedRows<ProspectRow>>(
    { queryKey: prospectKeys.lists },
    (loaded) => loaded && withoutRows(loaded, ids),
  );
}

/** Asks again for one prospect and all that stands on its page. */
export function refreshProspect(queries: QueryClient, id: string, siteId: string): Promise<unknown> {
  return Promise.all([
    queries.invalidateQueries({ queryKey: prospectKeys.one(id) }),
    queries.invalidateQueries({ queryKey: prospectKeys.site(siteId) }),
    queries.invalidateQueries({ queryKey: TIMELINES }),
  ]);
}

/** Loads every list afresh from its first page: after adding, importing or undoing, when rows come and go. */
export function refreshLists(queries: QueryClient): Promise<unknown> {
  return Promise.all([
    queries.resetQueries({ queryKey: prospectKeys.lists }),
    queries.invalidateQueries({ queryKey: prospectKeys.counts }),
    queries.invalidateQueries({ queryKey: prospectKeys.tags }),
  ]);
}
