import { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { ErrorPage, MissingPage } from './error-page.js';
import { Frame } from './frame/frame.js';
import { readScope, type ScopeSearch } from './session/scope.js';
import { isOfClient, signedIn } from './session/signed-in.js';

export const rootRoute = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  errorComponent: ErrorPage,
  notFoundComponent: MissingPage,
});

/** Everything of the team behind sign-in; people of clients have a part of their own. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: Frame,
  errorComponent: ErrorPage,
  notFoundComponent: MissingPage,
  validateSearch: (search: Record<string, unknown>): ScopeSearch => readScope(search),
  search: { middlewares: [retainSearchParams(['client', 'brand'])] },
  beforeLoad: async ({ context, location }) => {
    if (isOfClient(await signedIn(context.queries, location))) throw redirect({ to: '/portal' });
  },
});
