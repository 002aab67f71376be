import { createRoute, redirect } from '@tanstack/react-router';
import { ErrorPage, MissingPage } from './error-page.js';
import { rootRoute } from './frame-route.js';
import { PortalFrame } from './portal/portal-frame.js';
import { isOfClient, signedIn } from './session/signed-in.js';

/** The part of people of clients. Who is of the team has none of it. */
export const portalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/portal',
  component: PortalFrame,
  errorComponent: ErrorPage,
  notFoundComponent: MissingPage,
  beforeLoad: async ({ context, location }) => {
    if (!isOfClient(await signedIn(context.queries, location))) throw redirect({ to: '/today' });
  },
});
