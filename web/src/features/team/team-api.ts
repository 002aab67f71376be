import type { QueryClient } from '@tanstack/react-query';
import { query } from '../../api/client.js';
import type { components } from '../../api/schema.generated.js';
import { MY_DAY, TASKS } from '../../ui/task-api.js';

export type TeamOverview = components['schemas']['TeamOverview'];
export type TeamClient = components['schemas']['TeamClient'];
export type TeamMonth = components['schemas']['TeamMonth'];
export type TeamMoney = components['schemas']['TeamMoney'];
export type TeamPerson = components['schemas']['TeamPerson'];
export type TeamWork = components['schemas']['TeamWork'];
export type TeamFigure = components['schemas']['TeamFigure'];

/** A month (YYYY-MM) of the team, at all clients or at one. */
export function teamOverview(month: string | undefined, clientId: string | undefined) {
  return query.queryOptions('get', '/api/v1/team/overview', {
    params: {
      query: { ...(month === undefined ? {} : { month }), ...(clientId === undefined ? {} : { clientId }) },
    },
  });
}

/** The first placements that were lost in the last seven days. */
export function lostThisWeek(clientId: string | undefined) {
  return query.queryOptions('get', '/api/v1/placements', {
    params: {
      query: {
        problem: 'lost_week',
        sort: 'state_since',
        limit: 10,
        ...(clientId === undefined ? {} : { clientId }),
      },
    },
  });
}

/** Asks anew for all that shows whose work something is. */
export async function refreshWork(queries: QueryClient): Promise<void> {
  const keys = [['get', '/api/v1/team/overview'], MY_DAY, ['pitches'], ['campaigns'], TASKS];
  await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** A month later or earlier, both as YYYY-MM. */
export function monthAfter(month: string, by: 1 | -1): string {
  const [year = 1970, no = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, no - 1 + by, 1)).toISOString().slice(0, 7);
}
