import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '../../app/settings-route.js';
import { inAddress, withoutNothing } from '../../ui/address-words.js';
import { REASONS, SOURCES } from './courtesy-words.js';

/** What the address of the do-not-contact list says. */
export interface CourtesySearch {
  readonly q?: string | undefined;
  readonly reason?: (typeof REASONS)[number] | undefined;
  readonly source?: (typeof SOURCES)[number] | undefined;
  /** A client's id, or `none` for entries of the whole workspace. */
  readonly scope?: string | undefined;
}

/** The settings page of whom the team must not contact. */
export const courtesySettings = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/do-not-contact',
    validateSearch: (search: Record<string, unknown>): CourtesySearch =>
      withoutNothing({
        q: inAddress.text(search['q']),
        reason: inAddress.word(REASONS, search['reason']),
        source: inAddress.word(SOURCES, search['source']),
        scope: inAddress.text(search['scope']),
      }),
    component: lazyRouteComponent(() => import('./do-not-contact-page.js'), 'DoNotContactPage'),
  }),
] as const;
