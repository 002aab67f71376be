import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';

const STATES = ['asked', 'accepted', 'refused', 'withdrawn'] as const;
const SUBJECTS = ['site', 'topic', 'draft'] as const;

interface Search {
  state?: (typeof STATES)[number];
  /** Asks anew: about these pitches (ids with commas), or about some still to be chosen where it is empty. */
  ask?: string;
  subject?: (typeof SUBJECTS)[number];
}

function readSearch(search: Record<string, unknown>): Search {
  const state = STATES.find((one) => one === search['state']);
  const subject = SUBJECTS.find((one) => one === search['subject']);
  return {
    ...(state === undefined ? {} : { state }),
    ...(typeof search['ask'] === 'string' ? { ask: search['ask'] } : {}),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** The team's pages about questions to clients, for the router. */
export const approvalRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/approvals',
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import('./approvals-page.js'), 'ApprovalsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/approvals/$approvalId',
    component: lazyRouteComponent(() => import('./approval-page.js'), 'ApprovalPage'),
  }),
] as const;
