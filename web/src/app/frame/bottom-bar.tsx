import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { DESTINATIONS } from './destinations.js';
import classes from './frame.module.css';

/** The navigation of small screens. */
export function BottomBar() {
  const t = useMessages();
  return (
    <nav className={classes['bottom']} aria-label={t.text('app.nav.label')}>
      {DESTINATIONS.map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to} className={classes['bottomLink'] ?? ''}>
          <Icon size={20} stroke={1.75} aria-hidden />
          {t.text(name)}
        </Link>
      ))}
    </nav>
  );
}
