import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { compiled } from '../../src/platform/paths.js';

/** Reads a file that is made while it is read: 600,000 rows, some 100 MB. */
const PROGRAM = (modules: Readonly<Record<string, string>>): string => `
import { inspectFile } from ${JSON.stringify(modules['inspect'])};
import { openTable } from ${JSON.stringify(modules['open'])};
import { recordReader } from ${JSON.stringify(modules['read'])};
const header = 'Referring page URL,Target URL,Left context,Anchor,Domain rating,First seen\\n';
const row = (n) => \`https://site\${n % 50000}.example/page/\${n},https://shop.test/p/\${n % 300},"left, \${'x'.repeat(60)}",anchor \${n},\${n % 100},2026-01-05 10:00:00\\n\`;
async function* bytes() {
  yield Buffer.from(header);
  for (let n = 0; n < 600000; n += 500)
    yield Buffer.from(Array.from({ length: 500 }, (_, i) => row(n + i)).join(''));
}
const source = { size: 100000000, read: (from, to) => (to < 100 ? [Buffer.from(header).subarray(from, to)] : bytes()) };
const look = await inspectFile(source);
const table = await openTable(source, look.dialect);
const { content, mapping, format } = look.recognition;
const read = recordReader({ content, mapping, format, headers: table.headers, dialect: look.valueDialect, defaults: { type: 'guest_post', compensation: 'none' } });
let records = 0;
for await (const one of table.rows) if (read(one.cells).kind === 'record') records += 1;
console.log(format, records);
`;

describe('memory', () => {
  it('600,000 rows are recognised and read within a heap half as large as the file', async () => {
    const program = PROGRAM({
      inspect: compiled('platform/tables/inspect-file.js'),
      open: compiled('platform/tables/open-table.js'),
      read: compiled('core/imports/read-record.js'),
    });
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--max-old-space-size=48',
      '--input-type=module',
      '--eval',
      program,
    ]);
    expect(stdout.trim()).toBe('ahrefs_backlinks_2022 600000');
  });
});
