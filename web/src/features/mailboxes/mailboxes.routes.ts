import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { settingsRoute } from '../../app/settings-route.js';

/** What a sign-in with a provider came to, as the server sends people back with it. */
interface SignInSearch {
  readonly failed?: string;
  readonly fault?: string;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The pages of the settings about mailboxes. */
export const mailboxSettings = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/mailboxes',
    validateSearch: (search: Record<string, unknown>): SignInSearch => {
      const failed = textOf(search['failed']);
      const fault = textOf(search['fault']);
      return { ...(failed === undefined ? {} : { failed }), ...(fault === undefined ? {} : { fault }) };
    },
    component: lazyRouteComponent(() => import('./list/mailboxes-page.js'), 'MailboxesPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/mailboxes/new',
    component: lazyRouteComponent(() => import('./connect/connect-page.js'), 'ConnectPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/mailboxes/sign-in',
    component: lazyRouteComponent(() => import('./apps/apps-page.js'), 'AppsPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/mailboxes/caught',
    component: lazyRouteComponent(() => import('./list/caught-page.js'), 'CaughtPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/mailboxes/$mailboxId',
    component: lazyRouteComponent(() => import('./page/mailbox-page.js'), 'MailboxPage'),
  }),
] as const;
