import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import {
  type NewOrderSearch,
  type OrderSearch,
  readNewOrderSearch,
  readOrderSearch,
} from './order-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders',
  validateSearch: (search: Record<string, unknown>): OrderSearch => readOrderSearch(search),
  component: lazyRouteComponent(() => import('./list/orders-page.js'), 'OrdersPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders/new',
  validateSearch: (search: Record<string, unknown>): NewOrderSearch => readNewOrderSearch(search),
  component: lazyRouteComponent(() => import('./form/new-order-page.js'), 'NewOrderPage'),
});

const oneRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('./page/order-page.js'), 'OrderPage'),
});

/** The pages of orders. */
export const orderRoutes = [listRoute, newRoute, oneRoute] as const;
