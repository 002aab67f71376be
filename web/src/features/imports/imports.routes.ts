import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./list/imports-page.js'), 'ImportsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/imports/new',
  component: lazyRouteComponent(() => import('./new/new-import-page.js'), 'NewImportPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('./one/import-page.js'), 'ImportPage'),
});

/** The pages of imports: the list, a new one, one from its columns to its result. */
export const importRoutes = [listRoute, newRoute, oneRoute] as const;
