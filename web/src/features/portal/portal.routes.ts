import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { portalRoute } from '../../app/portal-route.js';

const SHOWN = ['live', 'awaited', 'lost'] as const;

const overview = createRoute({
  getParentRoute: () => portalRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./overview-page.js'), 'OverviewPage'),
});

const placements = createRoute({
  getParentRoute: () => portalRoute,
  path: '/placements',
  validateSearch: (search: Record<string, unknown>): { show?: (typeof SHOWN)[number] } => {
    const show = SHOWN.find((one) => one === search['show']);
    return show === undefined ? {} : { show };
  },
  component: lazyRouteComponent(() => import('./placements-page.js'), 'PortalPlacementsPage'),
});

const approvals = createRoute({
  getParentRoute: () => portalRoute,
  path: '/approvals',
  validateSearch: (search: Record<string, unknown>): { show?: 'decided' } =>
    search['show'] === 'decided' ? { show: 'decided' } : {},
  component: lazyRouteComponent(() => import('./approvals-page.js'), 'PortalApprovalsPage'),
});

const approval = createRoute({
  getParentRoute: () => portalRoute,
  path: '/approvals/$approvalId',
  component: lazyRouteComponent(() => import('./approval-page.js'), 'PortalApprovalPage'),
});

const reports = createRoute({
  getParentRoute: () => portalRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports-page.js'), 'PortalReportsPage'),
});

const report = createRoute({
  getParentRoute: () => portalRoute,
  path: '/reports/$reportId',
  component: lazyRouteComponent(() => import('./report-page.js'), 'PortalReportPage'),
});

/** The pages of people of clients, for the router. */
export const portalRoutes = [overview, placements, approvals, approval, reports, report] as const;
