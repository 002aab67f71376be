import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/inter/wght.css';
import './app/app.css';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { KeysProvider } from './app/keys/keys-provider.js';
import { onSignedOut, queries } from './app/queries.js';
import { router } from './app/router.js';
import { cssVariablesResolver, theme } from './app/theme.js';
import { MessagesProvider } from './i18n/messages-provider.js';

const GUEST_PAGES = ['/sign-in', '/welcome', '/invitation/'];

onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (GUEST_PAGES.some((page) => pathname.startsWith(page))) return;
  void router.navigate({ to: '/sign-in', search: { next: href, ended: true } }).then(() => queries.clear());
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <MessagesProvider>
          <QueryClientProvider client={queries}>
            <KeysProvider>
              <Notifications position="bottom-center" limit={3} />
              <RouterProvider router={router} />
            </KeysProvider>
          </QueryClientProvider>
        </MessagesProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
