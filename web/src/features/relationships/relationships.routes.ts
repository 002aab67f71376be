import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { type RelationshipSearch, readRelationshipSearch } from './relationship-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/relationships',
  validateSearch: (search: Record<string, unknown>): RelationshipSearch => readRelationshipSearch(search),
  component: lazyRouteComponent(() => import('./list/relationships-page.js'), 'RelationshipsPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/relationships/$id',
  component: lazyRouteComponent(() => import('./page/relationship-page.js'), 'RelationshipPage'),
});

const ownSiteRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/brands/$brandId/own-site',
  component: lazyRouteComponent(() => import('./crawl/own-site-page.js'), 'OwnSitePage'),
});

/** The pages of relationships: the list, one, and how a brand's own site is read. */
export const relationshipRoutes = [listRoute, oneRoute, ownSiteRoute] as const;
