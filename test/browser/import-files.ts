import type { Page } from 'playwright-core';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import type { TestApp } from '../http/app.js';

/** Rows of cells as a file of text. */
export function textFile(name: string, rows: readonly (readonly string[])[], separator = ',') {
  const cell = (text: string) => (text.includes(separator) ? `"${text}"` : text);
  const text = rows.map((row) => row.map(cell).join(separator)).join('\r\n');
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

const AHREFS_HEADERS = [
  'Referring page title',
  'Referring page URL',
  'Language',
  'Platform',
  'Referring page HTTP code',
  'Domain rating',
  'UR',
  'Domain traffic',
  'Target URL',
  'Left context',
  'Anchor',
  'Right context',
  'Type',
  'Content',
  'Nofollow',
  'UGC',
  'Sponsored',
  'First seen',
  'Last seen',
  'Lost',
];

/** Backlinks as Ahrefs exports them: each a page, where it leads, its anchor and the rating of its domain. */
export function ahrefsFile(
  name: string,
  links: readonly {
    readonly page: string;
    readonly to: string;
    readonly anchor?: string;
    readonly rating?: string;
  }[],
) {
  const rows = links.map(({ page, to, anchor = 'our guide', rating = '54.0' }) => {
    const cells: Readonly<Record<string, string>> = {
      'Referring page title': 'Best of the year',
      'Referring page URL': page,
      Language: 'nl',
      'Referring page HTTP code': '200',
      'Domain rating': rating,
      UR: '11.0',
      'Domain traffic': '1200',
      'Target URL': to,
      Anchor: anchor,
      Type: 'text',
      Content: 'TRUE',
      Nofollow: 'FALSE',
      UGC: 'FALSE',
      Sponsored: 'FALSE',
      'First seen': '2026-03-11 08:12:44',
      'Last seen': '2026-11-02 17:40:01',
    };
    return AHREFS_HEADERS.map((header) => cells[header] ?? '');
  });
  return textFile(name, [AHREFS_HEADERS, ...rows]);
}

/** Presses a button that begins a dry run, an import or its undoing, and lets the worker do it. */
export async function workedBy(app: TestApp, page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByText('You may leave this page').waitFor();
  await app.get(JobRuntime).drain();
}
