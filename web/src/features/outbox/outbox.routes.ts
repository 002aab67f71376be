import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { readOutboxSearch } from './outbox-search.js';

const outboxRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/outbox',
  validateSearch: readOutboxSearch,
  component: lazyRouteComponent(() => import('./outbox-page.js'), 'OutboxPage'),
});

/** The page of mails on their way out, for the router. */
export const outboxRoutes = [outboxRoute] as const;
