import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from './frame-route.js';

/** What stands around the pages of the settings; features hang their pages below it. */
export const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/access/settings-page.js'), 'SettingsPage'),
});
