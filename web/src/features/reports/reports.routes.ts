import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute, rootRoute } from '../../app/frame-route.js';

const list = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reports',
  validateSearch: (search: Record<string, unknown>): { add?: true } =>
    search['add'] === true ? { add: true } : {},
  component: lazyRouteComponent(() => import('./reports-page.js'), 'ReportsPage'),
});

const one = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reports/$reportId',
  component: lazyRouteComponent(() => import('./report-page.js'), 'ReportPage'),
});

/** The team's pages about reports, for the router. */
export const reportRoutes = [list, one] as const;

/** A report for whoever has a link to it, signed in or not. */
export const sharedRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/shared/reports/$token',
    component: lazyRouteComponent(() => import('./shared-report-page.js'), 'SharedReportPage'),
  }),
] as const;
