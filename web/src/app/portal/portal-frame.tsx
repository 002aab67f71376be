import { Button } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import { PageHeaderSlot } from '../../ui/page-header.js';
import { PersonMenu } from '../frame/person-menu.js';
import { useSession } from '../session/session.js';
import classes from './portal-frame.module.css';

const PAGES = [
  { to: '/portal', name: 'portal.nav.overview', exact: true },
  { to: '/portal/placements', name: 'portal.nav.placements', exact: false },
  { to: '/portal/approvals', name: 'portal.nav.approvals', exact: false },
  { to: '/portal/reports', name: 'portal.nav.reports', exact: false },
] as const;

/** What stands around the pages of people of clients: who works for them, four pages, themselves. */
export function PortalFrame() {
  const t = useMessages();
  const { workspace } = useSession();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <div className={classes['frame']}>
      <Button className={classes['skip']} component="a" href="#main">
        {t.text('app.skip')}
      </Button>
      <header className={classes['top']}>
        <div className={classes['line']}>
          <span className={classes['team']}>{workspace.name}</span>
          <PersonMenu />
        </div>
        <nav aria-label={t.text('app.nav.label')} className={classes['nav']}>
          {PAGES.map(({ to, name, exact }) => (
            <Link key={to} to={to} className={classes['link'] ?? ''} activeOptions={{ exact }}>
              {t.text(name)}
            </Link>
          ))}
        </nav>
      </header>
      <main id="main" className={classes['main']} tabIndex={-1}>
        <div ref={setSlot} className={classes['title']} />
        <PageHeaderSlot value={slot}>
          <Outlet />
        </PageHeaderSlot>
      </main>
    </div>
  );
}
