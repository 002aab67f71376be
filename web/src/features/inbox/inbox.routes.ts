import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { readInboxSearch } from './inbox-search.js';

const inboxRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('./inbox-page.js'), 'InboxPage'),
});

/** The page of conversations, for the router. */
export const inboxRoutes = [inboxRoute] as const;
