import type { APIRequestContext } from 'playwright-core';
import type { Visitor } from './visitor.js';

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly act?: (visitor: Visitor) => Promise<unknown>;
}

/** The pages of templates: the list, the gallery, snippets, and the editor with its mail. */
export async function templateShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const answer = await as.get('/api/v1/templates?search=Short%20question');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const editor = `/templates/${items[0]?.id ?? ''}`;
  return [
    { name: 'templates', path: '/templates' },
    { name: 'template-starters', path: '/templates/starters' },
    { name: 'template-snippets', path: '/templates/snippets' },
    {
      name: 'template',
      path: editor,
      act: ({ page }) => page.getByRole('textbox', { name: 'Text' }).waitFor(),
    },
    {
      name: 'template-mistake',
      path: editor,
      act: async ({ page }) => {
        await page.getByRole('textbox', { name: 'Text' }).click();
        await page.keyboard.type('{{contact.fistName');
        await page.keyboard.press('Escape');
        await page.keyboard.type('}} ');
        await page.getByRole('button', { name: /Did you mean contact.firstName/ }).waitFor();
      },
    },
  ];
}
