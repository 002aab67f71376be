import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { type PlacementSearch, readPlacementSearch } from './placement-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/placements',
  validateSearch: (search: Record<string, unknown>): PlacementSearch => readPlacementSearch(search),
  component: lazyRouteComponent(() => import('./list/placements-page.js'), 'PlacementsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/placements/new',
  component: lazyRouteComponent(() => import('./form/new-placement-page.js'), 'NewPlacementPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/placements/$id',
  component: lazyRouteComponent(() => import('./page/placement-page.js'), 'PlacementPage'),
});

/** The pages of placements: the list, a new one, one. */
export const placementRoutes = [listRoute, newRoute, oneRoute] as const;
