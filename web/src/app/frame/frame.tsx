import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLiveUpdates } from '../../api/live-updates.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { PageHeaderSlot } from '../../ui/page-header.js';
import { useKeys } from '../keys/keys-provider.js';
import { useSession } from '../session/session.js';
import { BottomBar } from './bottom-bar.js';
import { DESTINATIONS } from './destinations.js';
import classes from './frame.module.css';
import { KeysHelp } from './keys-help.js';
import { Navigation } from './navigation.js';
import { OfflineBar } from './offline-bar.js';
import { Palette } from './palette.js';
import { TopBar } from './top-bar.js';

/** What stands around every page: navigation, top bar, palette, help, and the stream of news. */
export function Frame() {
  const t = useMessages();
  const navigate = useNavigate();
  const { workspace } = useSession();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isFolded, setFolded] = useLocalStorage({
    key: 'linkledger-folded',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  useKeys([
    ...DESTINATIONS.map(({ to, name, key }) => ({
      keys: `g ${key}`,
      label: t.text('app.keys.goTo', { page: t.text(name) }),
      run: () => void navigate({ to }),
    })),
    { keys: '?', label: t.text('app.keys.help'), run: () => setHelpOpen(true) },
    { keys: '[', label: t.text('app.keys.fold'), run: () => setFolded((now) => !now) },
  ]);
  return (
    <div className={classes['frame']} data-folded={isFolded || undefined}>
      <LiveUpdates key={workspace.id} />
      <Button className={classes['skip']} component="a" href="#main">
        {t.text('app.skip')}
      </Button>
      <Navigation isFolded={isFolded} onFold={() => setFolded(!isFolded)} />
      <div className={classes['column']}>
        <OfflineBar />
        <TopBar slotRef={setSlot} />
        <main id="main" className={classes['main']} tabIndex={-1}>
          <PageHeaderSlot value={slot}>
            <Outlet />
          </PageHeaderSlot>
        </main>
      </div>
      <BottomBar />
      <Palette />
      <KeysHelp opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

function LiveUpdates() {
  useLiveUpdates();
  return null;
}
