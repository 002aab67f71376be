import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

/** `add` opens the dialog for a new one, `archived` shows the archived ones too. */
function readSearch(search: Record<string, unknown>): { add?: true; archived?: true } {
  return {
    ...(search['add'] === true ? { add: true } : {}),
    ...(search['archived'] === true ? { archived: true } : {}),
  };
}

const clientsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/clients',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./clients-page.js'), 'ClientsPage'),
});

const clientRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/clients/$clientId',
  component: lazyRouteComponent(() => import('./client-page.js'), 'ClientPage'),
});

/** The pages about clients, their brands and target pages, for the router. */
export const clientRoutes = [clientsRoute, clientRoute] as const;
