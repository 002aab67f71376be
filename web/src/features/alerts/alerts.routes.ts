import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { settingsRoute } from '../../app/settings-route.js';

const todayRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/today',
  component: lazyRouteComponent(() => import('./today/today-page.js'), 'TodayPage'),
});

/** The pages about what waits and what happened, for the router. */
export const alertRoutes = [todayRoute] as const;

/** The page of the settings about mail, for the router. */
export const alertSettings = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/mail',
    validateSearch: (search: Record<string, unknown>): { mail?: string } =>
      typeof search['mail'] === 'string' ? { mail: search['mail'] } : {},
    component: lazyRouteComponent(() => import('./mail/mail-page.js'), 'MailPage'),
  }),
] as const;
