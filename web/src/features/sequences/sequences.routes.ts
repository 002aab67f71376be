import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import {
  type EnrolSearch,
  readEnrolSearch,
  readSequenceSearch,
  type SequenceSearch,
} from './sequence-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sequences',
  validateSearch: (search: Record<string, unknown>): SequenceSearch => readSequenceSearch(search),
  component: lazyRouteComponent(() => import('./list/sequences-page.js'), 'SequencesPage'),
});

const enrolRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sequences/enrol',
  validateSearch: (search: Record<string, unknown>): EnrolSearch => readEnrolSearch(search),
  component: lazyRouteComponent(() => import('./enrol/enrol-page.js'), 'EnrolPage'),
});

const approvalsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sequences/approvals',
  component: lazyRouteComponent(() => import('./approvals/mail-approvals-page.js'), 'MailApprovalsPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sequences/$id',
  component: lazyRouteComponent(() => import('./editor/sequence-page.js'), 'SequencePage'),
});

/** The pages of sequences: the list, the editor, enrolling pitches, mails that wait for approval. */
export const sequenceRoutes = [listRoute, enrolRoute, approvalsRoute, oneRoute] as const;
