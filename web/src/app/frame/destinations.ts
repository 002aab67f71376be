import {
  IconAddressBook,
  IconArrowsExchange,
  IconBuildings,
  IconChartBar,
  IconChecklist,
  IconInbox,
  IconLink,
  IconMagnet,
  IconMailCheck,
  IconMailQuestion,
  IconMessageQuestion,
  IconReceipt,
  IconReport,
  IconSettings,
  IconSun,
  IconTargetArrow,
  IconTemplate,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

/**
 * The pages of the navigation: only what works. `key` is the second key after `g`; `rank` says whether a page is daily
 * work (also in the bar of small screens), about mail, a book to look things up in, or stands at the very end.
 */
export const DESTINATIONS = [
  { to: '/today', name: 'app.nav.today', icon: IconSun, key: 't', rank: 'daily' },
  { to: '/inbox', name: 'app.nav.inbox', icon: IconInbox, key: 'i', rank: 'daily' },
  { to: '/prospects', name: 'app.nav.prospects', icon: IconUsersGroup, key: 'o', rank: 'daily' },
  { to: '/campaigns', name: 'app.nav.campaigns', icon: IconTargetArrow, key: 'a', rank: 'daily' },
  { to: '/placements', name: 'app.nav.placements', icon: IconLink, key: 'p', rank: 'daily' },
  { to: '/relationships', name: 'app.nav.relationships', icon: IconArrowsExchange, key: 'r', rank: 'daily' },
  { to: '/team', name: 'app.nav.team', icon: IconChartBar, key: 'w', rank: 'daily' },
  { to: '/reports', name: 'app.nav.reports', icon: IconReport, key: 'b', rank: 'daily' },
  { to: '/templates', name: 'app.nav.templates', icon: IconTemplate, key: 'l', rank: 'mail' },
  {
    to: '/deliverability',
    name: 'app.nav.deliverability',
    icon: IconMailCheck,
    key: 'y',
    rank: 'mail',
  },
  { to: '/tasks', name: 'app.nav.tasks', icon: IconChecklist, key: 'k', rank: 'book' },
  { to: '/orders', name: 'app.nav.orders', icon: IconReceipt, key: 'd', rank: 'book' },
  { to: '/approvals', name: 'app.nav.approvals', icon: IconMessageQuestion, key: 'v', rank: 'book' },
  { to: '/reclamations', name: 'app.nav.reclamations', icon: IconMailQuestion, key: 'm', rank: 'book' },
  { to: '/publishers', name: 'app.nav.publishers', icon: IconBuildings, key: 'u', rank: 'book' },
  { to: '/contacts', name: 'app.nav.contacts', icon: IconAddressBook, key: 'n', rank: 'book' },
  { to: '/assets', name: 'app.nav.assets', icon: IconMagnet, key: 'e', rank: 'book' },
  { to: '/clients', name: 'app.nav.clients', icon: IconUsers, key: 'c', rank: 'book' },
  { to: '/settings', name: 'app.nav.settings', icon: IconSettings, key: 's', rank: 'end' },
] as const;
