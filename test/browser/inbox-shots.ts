import type { APIRequestContext } from 'playwright-core';
import { firstOf, type Shot } from './shot.js';
import type { Visitor } from './visitor.js';

const press =
  (name: RegExp) =>
  ({ page }: Visitor) =>
    page.getByRole('button', { name }).first().click();

/** Pictures of mail: what came in, what goes out, and how it fares. */
export async function inboxShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const first = (state: string) => firstOf(as, `/conversations?state=${state}&limit=1`);
  const withTerms = await first('to_answer');
  const unmatched = await first('unmatched');
  const opened = `/inbox?c=${withTerms}`;
  return [
    { name: 'inbox', path: '/inbox' },
    { name: 'inbox-mail', path: opened },
    { name: 'inbox-about', path: `${opened}&about=true` },
    {
      name: 'inbox-why',
      path: opened,
      act: async ({ page }) => {
        await page.getByRole('button', { name: /^(?:why|waarom)\?$/ }).click();
        await page
          .getByRole('button', { name: /^(?:Show as it was laid out|Tonen zoals opgemaakt)$/ })
          .click();
      },
    },
    { name: 'inbox-snooze', path: opened, act: ({ page }) => page.keyboard.press('s') },
    { name: 'inbox-unmatched', path: `/inbox?tab=unmatched&c=${unmatched}` },
    { name: 'inbox-keys', path: opened, act: ({ page }) => page.keyboard.press('?') },
    { name: 'inbox-palette', path: opened, act: ({ page }) => page.keyboard.press('Control+k') },
    { name: 'inbox-assign', path: opened, act: ({ page }) => page.keyboard.press('a') },
    {
      name: 'inbox-terms',
      path: opened,
      act: ({ page }) => page.getByRole('button', { name: /^(?:Edit|Aanpassen)$/ }).click(),
    },
    { name: 'inbox-opt-out', path: `/inbox?tab=done&c=${await first('done')}` },
    { name: 'inbox-other', path: `/inbox?tab=other&c=${await first('other')}` },
    { name: 'inbox-none', path: '/inbox?q=nothing-is-called-so' },
    { name: 'outbox', path: '/outbox' },
    { name: 'outbox-held', path: '/outbox?state=held' },
    { name: 'outbox-sent', path: '/outbox?state=sent' },
    { name: 'outbox-failed', path: '/outbox?state=failed' },
    { name: 'outbox-mail', path: '/outbox', act: press(/^(?:Read|Lezen)/) },
    { name: 'outbox-send-again', path: '/outbox', act: press(/^(?:Send again|Opnieuw versturen)$/) },
    { name: 'deliverability', path: '/deliverability' },
    { name: 'deliverability-templates', path: '/deliverability?by=template' },
  ];
}
