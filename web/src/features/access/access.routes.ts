import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../app/frame-route.js';
import { portalRoute } from '../../app/portal-route.js';
import { settingsRoute } from '../../app/settings-route.js';

/** The pages of the settings about the workspace, its people and their keys, for the router. */
export const accessSettings = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/settings/account' });
    },
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/account',
    component: lazyRouteComponent(() => import('./account/account-page.js'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/workspace',
    component: lazyRouteComponent(() => import('./workspace/workspace-page.js'), 'WorkspacePage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/members',
    component: lazyRouteComponent(() => import('./members/members-page.js'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/members/$memberId/leave',
    component: lazyRouteComponent(() => import('./members/leave-page.js'), 'LeavePage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/api-tokens',
    component: lazyRouteComponent(() => import('./tokens/tokens-page.js'), 'TokensPage'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/audit',
    component: lazyRouteComponent(() => import('./audit/audit-page.js'), 'AuditPage'),
  }),
] as const;

/** The page of people of clients about themselves. */
export const portalSettings = [
  createRoute({
    getParentRoute: () => portalRoute,
    path: '/account',
    component: lazyRouteComponent(() => import('./account/account-page.js'), 'AccountPage'),
  }),
] as const;

/** The pages of people who are not signed in. */
export const guestRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/welcome',
    component: lazyRouteComponent(() => import('./guests/welcome-page.js'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: (search: Record<string, unknown>): { next?: string; ended?: true } => ({
      ...(typeof search['next'] === 'string' ? { next: search['next'] } : {}),
      ...(search['ended'] === true ? { ended: true } : {}),
    }),
    component: lazyRouteComponent(() => import('./guests/sign-in-page.js'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/invitation/$token',
    component: lazyRouteComponent(() => import('./guests/invitation-page.js'), 'InvitationPage'),
  }),
] as const;
