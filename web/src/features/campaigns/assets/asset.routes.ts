import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../../app/frame-route.js';
import { type AssetSearch, readAssetSearch } from './asset-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/assets',
  validateSearch: (search: Record<string, unknown>): AssetSearch => readAssetSearch(search),
  component: lazyRouteComponent(() => import('./assets-page.js'), 'AssetsPage'),
});

/** The page of the register of assets. */
export const assetRoutes = [listRoute] as const;
