import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { inAddress, withoutNothing } from '../../ui/address-words.js';

const STATES = ['asked', 'accepted', 'refused', 'withdrawn'] as const;
const SUBJECTS = ['site', 'topic', 'draft'] as const;

interface Search {
  state?: (typeof STATES)[number];
  /** Asks anew: about these pitches (ids with commas), or about some still to be chosen where it is empty. */
  ask?: string;
  subject?: (typeof SUBJECTS)[number];
  /** Only what was decided on this day or since. */
  decidedFrom?: string | undefined;
  /** Only what this member asked. */
  askedBy?: string | undefined;
}

function readSearch(search: Record<string, unknown>): Search {
  const state = STATES.find((one) => one === search['state']);
  const subject = SUBJECTS.find((one) => one === search['subject']);
  return {
    ...(state === undefined ? {} : { state }),
    ...(typeof search['ask'] === 'string' ? { ask: search['ask'] } : {}),
    ...(subject === undefined ? {} : { subject }),
    ...withoutNothing({
      decidedFrom: inAddress.day(search['decidedFrom']),
      askedBy: inAddress.id(search['askedBy']),
    }),
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
