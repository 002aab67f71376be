import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { inAddress, withoutNothing } from '../../ui/address-words.js';

/** What the team's page shows, as it stands in the address. */
export interface TeamSearch {
  /** YYYY-MM; this month where absent. */
  readonly month?: string | undefined;
  readonly client?: string | undefined;
}

/** The page of the team, for the router. */
export const teamRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/team',
    validateSearch: (search: Record<string, unknown>): TeamSearch =>
      withoutNothing({ month: inAddress.month(search['month']), client: inAddress.id(search['client']) }),
    component: lazyRouteComponent(() => import('./team-page.js'), 'TeamPage'),
  }),
] as const;
