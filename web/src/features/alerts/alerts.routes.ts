import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

const todayRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/today',
  component: lazyRouteComponent(() => import('./today/today-page.js'), 'TodayPage'),
});

/** The pages about what waits and what happened, for the router. */
export const alertRoutes = [todayRoute] as const;
