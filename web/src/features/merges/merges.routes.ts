import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { isMergeKind, type MergeKind } from './merges-api.js';

export interface PairSearch {
  readonly kind: MergeKind;
  readonly keptId: string;
  readonly otherId: string;
}

function idOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const doublesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/doubles',
  validateSearch: (search: Record<string, unknown>): { kind?: MergeKind } =>
    isMergeKind(search['kind']) ? { kind: search['kind'] } : {},
  component: lazyRouteComponent(() => import('./doubles-page.js'), 'DoublesPage'),
});

const compareRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/doubles/compare',
  validateSearch: (search: Record<string, unknown>): PairSearch => ({
    kind: isMergeKind(search['kind']) ? search['kind'] : 'contact',
    keptId: idOf(search['keptId']),
    otherId: idOf(search['otherId']),
  }),
  component: lazyRouteComponent(() => import('./compare-page.js'), 'ComparePage'),
});

/** The pages of doubles: pairs that look like one, and two side by side. */
export const mergeRoutes = [doublesRoute, compareRoute] as const;
