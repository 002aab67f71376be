import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { type DeliverabilitySearch, readDeliverabilitySearch } from './deliverability-search.js';

const page = createRoute({
  getParentRoute: () => frameRoute,
  path: '/deliverability',
  validateSearch: (search: Record<string, unknown>): DeliverabilitySearch => readDeliverabilitySearch(search),
  component: lazyRouteComponent(() => import('./deliverability-page.js'), 'DeliverabilityPage'),
});

/** The page about how mails fare, for the router. */
export const deliverabilityRoutes = [page] as const;
