import type { APIRequestContext } from 'playwright-core';
import type { Visitor } from './visitor.js';

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly act?: (visitor: Visitor) => Promise<unknown>;
}

const press =
  (name: RegExp) =>
  ({ page }: Visitor) =>
    page.getByRole('button', { name }).first().click();

/** Pictures of mail: what came in, what goes out, and how it fares. */
export async function inboxShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const firstOf = async (state: string) => {
    const answer = await as.get(`/api/v1/conversations?state=${state}&limit=1`);
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
  };
  const withTerms = await firstOf('to_answer');
  const unmatched = await firstOf('unmatched');
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
    { name: 'inbox-opt-out', path: `/inbox?tab=done&c=${await firstOf('done')}` },
    { name: 'inbox-other', path: `/inbox?tab=other&c=${await firstOf('other')}` },
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
