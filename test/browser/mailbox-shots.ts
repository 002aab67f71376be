import type { APIRequestContext } from 'playwright-core';
import type { Shot } from './shot.js';

/** The pages of mailboxes: the list, connecting one, one of them, the apps for signing in, and what was caught. */
export async function mailboxShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const made = await as.post('/api/v1/mailboxes/catcher');
  const { id } = (await made.json()) as { id: string };
  return [
    { name: 'mailboxes', path: '/settings/mailboxes' },
    { name: 'mailbox', path: `/settings/mailboxes/${id}` },
    {
      name: 'mailbox-new',
      path: '/settings/mailboxes/new',
      act: async ({ page }) => {
        await page.getByLabel('Mail address').fill('anna@bureau.example');
        await page.getByRole('button', { name: 'Go on' }).click();
        await page.getByRole('button', { name: 'Test and connect' }).waitFor();
      },
    },
    { name: 'mailbox-connect', path: '/settings/mailboxes/new' },
    { name: 'mailbox-apps', path: '/settings/mailboxes/sign-in' },
    { name: 'mailbox-caught', path: '/settings/mailboxes/caught' },
  ];
}
