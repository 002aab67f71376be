import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { readTemplateSearch, type TemplateSearch } from './template-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/templates',
  validateSearch: (search: Record<string, unknown>): TemplateSearch => readTemplateSearch(search),
  component: lazyRouteComponent(() => import('./list/templates-page.js'), 'TemplatesPage'),
});

const startersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/templates/starters',
  validateSearch: (search: Record<string, unknown>): TemplateSearch => readTemplateSearch(search),
  component: lazyRouteComponent(() => import('./starters/starters-page.js'), 'StartersPage'),
});

const snippetsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/templates/snippets',
  component: lazyRouteComponent(() => import('./snippets/snippets-page.js'), 'SnippetsPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/templates/$id',
  component: lazyRouteComponent(() => import('./editor/template-page.js'), 'TemplatePage'),
});

/** The pages of templates: the list, the gallery of starters, snippets, and the editor. */
export const templateRoutes = [listRoute, startersRoute, snippetsRoute, oneRoute] as const;
