import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { inAddress, withoutNothing } from '../../ui/address-words.js';
import { isAskedState, type ReclamationSearch } from './reclaims-api.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reclamations',
  validateSearch: (search: Record<string, unknown>): ReclamationSearch =>
    withoutNothing({
      state: isAskedState(search['state']) ? search['state'] : undefined,
      assignee: inAddress.id(search['assignee']),
    }),
  component: lazyRouteComponent(() => import('./reclamations-page.js'), 'ReclamationsPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reclamations/$id',
  component: lazyRouteComponent(() => import('./reclamation-page.js'), 'ReclamationPage'),
});

/** The pages of reclamations: the list, one. */
export const reclaimRoutes = [listRoute, oneRoute] as const;
