import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { type PublisherSearch, readPublisherSearch } from './publisher-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/publishers',
  validateSearch: (search: Record<string, unknown>): PublisherSearch => readPublisherSearch(search),
  component: lazyRouteComponent(() => import('./list/publishers-page.js'), 'PublishersPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/publishers/$id',
  component: lazyRouteComponent(() => import('./page/publisher-page.js'), 'PublisherPage'),
});

/** The pages of publishers. */
export const publisherRoutes = [listRoute, oneRoute] as const;
