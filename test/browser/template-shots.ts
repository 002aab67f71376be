import type { APIRequestContext } from 'playwright-core';
import { firstOf, type Shot } from './shot.js';

/** The pages of templates: the list, the gallery, snippets, and the editor with its mail. */
export async function templateShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const editor = `/templates/${await firstOf(as, '/templates?search=Short%20question')}`;
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
