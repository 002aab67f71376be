import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

/** The pages of the guide, for the router. */
export const guideRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/guide/$page',
    component: lazyRouteComponent(() => import('./guide-page.js'), 'GuidePage'),
  }),
] as const;
