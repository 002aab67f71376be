import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(__dirname, '../..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

it('every act of the API has a sentence in the audit log', () => {
  const { paths } = read('docs/openapi.json') as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const words = read('web/src/i18n/en/access.json') as Record<string, string>;
  const acts = Object.values(paths)
    .flatMap((path) => Object.entries(path).filter(([method]) => method !== 'get'))
    .map(([, { operationId }]) => operationId.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase());
  expect(acts.filter((act) => words[`audit.act.${act}`] === undefined)).toEqual([]);
});
