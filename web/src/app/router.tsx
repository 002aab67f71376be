import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { accessSettings, guestRoutes, portalSettings } from '../features/access/access.routes.js';
import { alertRoutes, alertSettings } from '../features/alerts/alerts.routes.js';
import { approvalRoutes } from '../features/approvals/approvals.routes.js';
import { assetRoutes } from '../features/campaigns/assets/asset.routes.js';
import { campaignRoutes } from '../features/campaigns/campaigns.routes.js';
import { clientRoutes } from '../features/clients/clients.routes.js';
import { contactRoutes, contactSettings } from '../features/contacts/contacts.routes.js';
import { courtesySettings } from '../features/courtesy/courtesy.routes.js';
import { deliverabilityRoutes } from '../features/deliverability/deliverability.routes.js';
import { guideRoutes } from '../features/guide/guide.routes.js';
import { importRoutes } from '../features/imports/imports.routes.js';
import { inboxRoutes } from '../features/inbox/inbox.routes.js';
import { mailboxSettings } from '../features/mailboxes/mailboxes.routes.js';
import { mergeRoutes } from '../features/merges/merges.routes.js';
import { orderRoutes } from '../features/orders/orders.routes.js';
import { outboxRoutes } from '../features/outbox/outbox.routes.js';
import { placementRoutes } from '../features/placements/placements.routes.js';
import { portalRoutes } from '../features/portal/portal.routes.js';
import { prospectRoutes, prospectSettings } from '../features/prospects/prospects.routes.js';
import { publisherRoutes } from '../features/publishers/publishers.routes.js';
import { reclaimRoutes } from '../features/reclaims/reclaims.routes.js';
import { relationshipRoutes } from '../features/relationships/relationships.routes.js';
import { reportRoutes, sharedRoutes } from '../features/reports/reports.routes.js';
import { sequenceRoutes } from '../features/sequences/sequences.routes.js';
import { taskRoutes } from '../features/tasks/tasks.routes.js';
import { teamRoutes } from '../features/team/team.routes.js';
import { templateRoutes } from '../features/templates/templates.routes.js';
import { frameRoute, rootRoute } from './frame-route.js';
import { portalRoute } from './portal-route.js';
import { queries } from './queries.js';
import { settingsRoute } from './settings-route.js';

const indexRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today' });
  },
});

const routeTree = rootRoute.addChildren([
  frameRoute.addChildren([
    indexRoute,
    ...alertRoutes,
    ...inboxRoutes,
    ...outboxRoutes,
    ...deliverabilityRoutes,
    ...campaignRoutes,
    ...assetRoutes,
    ...taskRoutes,
    ...teamRoutes,
    ...orderRoutes,
    ...placementRoutes,
    ...prospectRoutes,
    ...publisherRoutes,
    ...contactRoutes,
    ...relationshipRoutes,
    ...reclaimRoutes,
    ...templateRoutes,
    ...sequenceRoutes,
    ...mergeRoutes,
    ...importRoutes,
    ...clientRoutes,
    ...approvalRoutes,
    ...reportRoutes,
    settingsRoute.addChildren([
      ...mailboxSettings,
      ...accessSettings,
      ...prospectSettings,
      ...courtesySettings,
      ...alertSettings,
      ...contactSettings,
    ]),
    ...guideRoutes,
  ]),
  portalRoute.addChildren([...portalRoutes, ...portalSettings]),
  ...sharedRoutes,
  ...guestRoutes,
]);

export const router = createRouter({
  routeTree,
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
