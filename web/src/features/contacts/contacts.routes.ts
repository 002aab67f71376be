import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { settingsRoute } from '../../app/settings-route.js';
import { inAddress, withoutNothing } from '../../ui/address-words.js';
import { type ContactSearch, readContactSearch } from './contact-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/contacts',
  validateSearch: (search: Record<string, unknown>): ContactSearch => readContactSearch(search),
  component: lazyRouteComponent(() => import('./list/contacts-page.js'), 'ContactsPage'),
});

const proposalsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/contacts/proposals',
  validateSearch: (search: Record<string, unknown>): { site?: string } =>
    withoutNothing({ site: inAddress.id(search['site']) }),
  component: lazyRouteComponent(() => import('./proposals/proposals-page.js'), 'ProposalsPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/contacts/$id',
  component: lazyRouteComponent(() => import('./page/contact-page.js'), 'ContactPage'),
});

/** The pages of contacts: the list, who was proposed, one. */
export const contactRoutes = [listRoute, proposalsRoute, oneRoute] as const;

/** The page of the settings about keys of outside services. */
export const contactSettings = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/services',
    component: lazyRouteComponent(() => import('./settings/services-page.js'), 'ServicesPage'),
  }),
] as const;
