import { Link, Outlet } from '@tanstack/react-router';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import classes from './settings-page.module.css';

const PAGES = [
  { to: '/settings/account', name: 'access.settings.account', right: 'read' },
  { to: '/settings/workspace', name: 'access.settings.workspace', right: 'manage' },
  { to: '/settings/members', name: 'access.settings.members', right: 'read' },
  { to: '/settings/mailboxes', name: 'mailboxes.title', right: 'read' },
  { to: '/settings/fields', name: 'prospects.settings.fields', right: 'read' },
  { to: '/settings/do-not-contact', name: 'courtesy.title', right: 'read' },
  { to: '/settings/api-tokens', name: 'access.settings.tokens', right: 'read' },
  { to: '/settings/mail', name: 'access.settings.mail', right: 'manage' },
  { to: '/settings/services', name: 'discovery.services.title', right: 'manage' },
  { to: '/settings/audit', name: 'access.settings.audit', right: 'manage' },
] as const;

/** The pages of the settings beside each other; those whose every call would be refused are not shown. */
export function SettingsPage() {
  const t = useMessages();
  const may = { read: useMay('read'), manage: useMay('manage') };
  return (
    <div className={classes['settings']}>
      <nav className={classes['pages']} aria-label={t.text('app.nav.settings')}>
        {PAGES.filter(({ right }) => may[right]).map(({ to, name }) => (
          <Link key={to} to={to} preload="intent" className={classes['page'] ?? ''}>
            {t.text(name)}
          </Link>
        ))}
      </nav>
      <div className={classes['content']}>
        <Outlet />
      </div>
    </div>
  );
}
