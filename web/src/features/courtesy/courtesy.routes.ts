import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '../../app/settings-route.js';
import { type CourtesySearch, readCourtesySearch } from './courtesy-search.js';

/** The settings page of whom the team must not contact. */
export const courtesySettings = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/do-not-contact',
    validateSearch: (search: Record<string, unknown>): CourtesySearch => readCourtesySearch(search),
    component: lazyRouteComponent(() => import('./do-not-contact-page.js'), 'DoNotContactPage'),
  }),
] as const;
