import { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { api, bodyOf } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { ErrorPage, MissingPage } from './error-page.js';
import { Frame } from './frame/frame.js';
import { readScope, type ScopeSearch } from './session/scope.js';
import { sessionQuery } from './session/session.js';
import { rememberSignedIn, wasSignedIn } from './session/was-signed-in.js';

export const rootRoute = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  errorComponent: ErrorPage,
  notFoundComponent: MissingPage,
});

/** Everything behind sign-in. Without a session it leads to signing in, or to the first visit of a new installation. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: Frame,
  errorComponent: ErrorPage,
  notFoundComponent: MissingPage,
  validateSearch: (search: Record<string, unknown>): ScopeSearch => readScope(search),
  search: { middlewares: [retainSearchParams(['client', 'brand'])] },
  beforeLoad: async ({ context, location }) => {
    if (context.queries.getQueryData(sessionQuery.queryKey)) return;
    const setup = wasSignedIn() ? null : await bodyOf(api.GET('/api/v1/setup'));
    if (setup?.needed) throw redirect({ to: '/welcome' });
    try {
      await context.queries.query(sessionQuery);
      rememberSignedIn(true);
    } catch (error) {
      if (!isProblem(error, 'access.not_signed_in')) throw error;
      const next = location.pathname === '/' ? {} : { next: location.href };
      const search = setup === null ? { ...next, ended: true as const } : next;
      rememberSignedIn(false);
      throw redirect({ to: '/sign-in', search });
    }
  },
});
