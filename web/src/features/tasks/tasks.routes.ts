import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route.js';
import { readTaskSearch, type TaskSearch } from './task-search.js';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/tasks',
  validateSearch: (search: Record<string, unknown>): TaskSearch => readTaskSearch(search),
  component: lazyRouteComponent(() => import('./tasks-page.js'), 'TasksPage'),
});

/** The page of tasks. */
export const taskRoutes = [listRoute] as const;
