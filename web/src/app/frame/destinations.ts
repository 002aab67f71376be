import { IconLink, IconSettings, IconSun, IconUsers } from '@tabler/icons-react';

/** The pages of the navigation: only what works. `key` is the second key after `g`. */
export const DESTINATIONS = [
  { to: '/today', name: 'app.nav.today', icon: IconSun, key: 't' },
  { to: '/placements', name: 'app.nav.placements', icon: IconLink, key: 'p' },
  { to: '/clients', name: 'app.nav.clients', icon: IconUsers, key: 'c' },
  { to: '/settings', name: 'app.nav.settings', icon: IconSettings, key: 's' },
] as const;
