import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { inAddress, withoutNothing } from '../../ui/address-words.js';

/** What the address of the page says. */
export interface DeliverabilitySearch {
  readonly by?: 'template' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What the switch on top is set to. */
  readonly client?: string | undefined;
}

const page = createRoute({
  getParentRoute: () => frameRoute,
  path: '/deliverability',
  validateSearch: (search: Record<string, unknown>): DeliverabilitySearch =>
    withoutNothing({
      by: inAddress.word(['template'] as const, search['by']),
      from: inAddress.day(search['from']),
      to: inAddress.day(search['to']),
    }),
  component: lazyRouteComponent(() => import('./deliverability-page.js'), 'DeliverabilityPage'),
});

/** The page about how mails fare, for the router. */
export const deliverabilityRoutes = [page] as const;
