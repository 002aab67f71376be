import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { aKind } from '../../../test/builders/campaign-kind.js';
import type { Kind } from '../../core/campaigns/kind.js';
import { CampaignKindsModule } from './campaign-kinds.module.js';
import { KindFolders, Kinds } from './kinds.js';
import { loadKinds } from './load-kinds.js';

describe('loadKinds', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linkledger-kinds-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, kind: Partial<Kind>): void =>
    writeFileSync(join(folder, file), `export const kind = ${JSON.stringify(kind)};\n`);

  it('serves whatever files there are, and finds the mails of each by its key', async () => {
    write('podcast.js', aKind());
    write('resource-page.js', aKind({ key: 'resource_page' }));
    writeFileSync(join(folder, 'podcast.js.map'), '{}');
    const kinds = new Kinds(await loadKinds(folder), { templates: '/mails' });
    expect(kinds.all().map(({ key }) => key)).toEqual(['podcast', 'resource_page']);
    expect(kinds.one('resource_page')?.stages).toHaveLength(6);
    expect(kinds.one('guest_blogging')).toBeNull();
    expect(kinds.templatesOf('resource_page')).toBe(join('/mails', 'resource_page'));
  });

  it('refuses a folder with faulty kinds, naming each file and each fault', async () => {
    const sound = aKind();
    write('podcast.js', sound);
    write('webinar.js', { ...sound, key: 'webinar', moves: { ...sound.moves, found: [] }, losses: [] });
    write('panel.js', sound);
    writeFileSync(join(folder, 'broken.js'), 'export const kind = {');
    writeFileSync(join(folder, 'empty.js'), 'export const other = 1;\n');
    const text = await refusal(folder);
    const at = (file: string): string => join(folder, file);
    expect(text).toContain(`${at('webinar.js')}: unreachable_stage at stages.invited\n`);
    expect(text).toContain(`${at('webinar.js')}: dead_end_stage at stages.found\n`);
    expect(text).toContain(`${at('webinar.js')}: missing_loss at losses.no_reply\n`);
    expect(text).toContain(`${at('panel.js')}: its key is podcast, not panel\n`);
    expect(text).toContain(`${at('broken.js')}: cannot be read: `);
    expect(text).toContain(`${at('empty.js')}: wrong_value at kind\n`);
    expect(text).not.toContain(at('podcast.js'));
  });

  it('keeps a program with a faulty kind from starting', async () => {
    write('podcast.js', aKind({ moves: { ...aKind().moves, invited: ['found'] } }));
    const program = Test.createTestingModule({ imports: [CampaignKindsModule] })
      .overrideProvider(KindFolders)
      .useValue({ kinds: folder, templates: folder });
    await expect(program.compile()).rejects.toThrow(
      `${join(folder, 'podcast.js')}: unreachable_stage at stages.agreed`,
    );
  });

  it('refuses an empty folder', async () => {
    expect(await refusal(folder)).toBe(`There are no campaign kinds in ${folder}.`);
  });
});

function refusal(folder: string): Promise<string> {
  return loadKinds(folder).then(
    () => 'nothing was refused',
    (error: unknown) => (error as Error).message,
  );
}
