import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { settingsRoute } from '../../app/settings-route.js';
import { type ProspectSearch, readProspectSearch } from './prospect-search.js';
import { readWebSearch, type WebSearchWords } from './search/web-search-words.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/prospects',
  validateSearch: (search: Record<string, unknown>): ProspectSearch => readProspectSearch(search),
  component: lazyRouteComponent(() => import('./list/prospects-page.js'), 'ProspectsPage'),
});

const searchRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/prospects/search',
  validateSearch: (search: Record<string, unknown>): WebSearchWords => readWebSearch(search),
  component: lazyRouteComponent(() => import('./search/search-page.js'), 'SearchPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/prospects/$id',
  component: lazyRouteComponent(() => import('./page/prospect-page.js'), 'ProspectPage'),
});

const siteRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sites/$siteId',
  component: lazyRouteComponent(() => import('./page/site-page.js'), 'SitePage'),
});

const exclusionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/clients/$clientId/exclusions',
  component: lazyRouteComponent(() => import('./exclusions/exclusions-page.js'), 'ExclusionsPage'),
});

/** The pages of prospects: the list, finding more by searching, one, a site without a file, and what a client excludes. */
export const prospectRoutes = [listRoute, searchRoute, oneRoute, siteRoute, exclusionsRoute] as const;

/** The pages of the settings about what the team says of its prospects, and whom it must not contact. */
export const prospectSettings = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/fields',
    component: lazyRouteComponent(() => import('./settings/fields-page.js'), 'FieldsPage'),
  }),
] as const;
