import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMessages } from '../../i18n/messages-provider.js';
import { Bell } from './bell.js';
import classes from './frame.module.css';
import { PersonMenu } from './person-menu.js';
import { ScopeSwitch } from './scope-switch.js';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** Title of the page, search, bell, person. The title is put in by the page (`PageHeader`). */
export function TopBar({ slotRef }: { readonly slotRef: (element: HTMLElement | null) => void }) {
  const t = useMessages();
  return (
    <header className={classes['top']}>
      <img src="/mark.svg" alt="" className={`${classes['mark']} ${classes['onlySmall']}`} />
      <div ref={slotRef} className={classes['slot']} />
      <UnstyledButton className={classes['search'] ?? ''} onClick={spotlight.open}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={classes['cut']}>{t.text('app.palette.open')}</span>
        <Kbd>{isApple ? '⌘ K' : 'Ctrl K'}</Kbd>
      </UnstyledButton>
      <span className={classes['onlySmall']}>
        <ActionIcon onClick={spotlight.open} aria-label={t.text('app.palette.open')} size={36}>
          <IconSearch size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
        <ScopeSwitch isIcon />
      </span>
      <Bell />
      <PersonMenu />
    </header>
  );
}
