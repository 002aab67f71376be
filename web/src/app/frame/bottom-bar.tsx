import { Menu, UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { DESTINATIONS } from './destinations.js';
import classes from './frame.module.css';

/** As many as a thumb hits without aiming and whose names fit beside each other. */
const ROOM = 4;
const DAILY = DESTINATIONS.filter(({ rank }) => rank === 'daily').slice(0, ROOM);
const OTHERS = DESTINATIONS.filter((one) => !DAILY.includes(one));

/** The navigation of small screens: the daily pages, the others behind one button. */
export function BottomBar() {
  const t = useMessages();
  return (
    <nav className={classes['bottom']} aria-label={t.text('app.nav.label')}>
      {DAILY.map(({ to, name, icon: Icon }) => (
        <Link key={to} to={to} className={classes['bottomLink'] ?? ''}>
          <Icon size={20} stroke={1.75} aria-hidden />
          {t.text(name)}
        </Link>
      ))}
      <Menu position="top-end" withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes['bottomLink'] ?? ''}>
            <IconMenu2 size={20} stroke={1.75} aria-hidden />
            {t.text('app.more')}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {OTHERS.map(({ to, name, icon: Icon }) => (
            <Menu.Item
              key={to}
              leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
              renderRoot={(props) => <Link to={to} {...props} />}
            >
              {t.text(name)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
