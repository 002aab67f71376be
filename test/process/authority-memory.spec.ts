import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { fromRoot } from '../../src/platform/paths.js';

const MB = 1024 * 1024;

/** Sifts a made-up list of so many lines in a process of its own; answers what came of it and the most memory it took. */
async function sifted(lines: number): Promise<{ listed: number; found: number; memory: number }> {
  const at = (path: string): string => JSON.stringify(fromRoot('dist', 'src', path));
  const program = `
    import { Readable } from 'node:stream';
    import { createGzip } from 'node:zlib';
    const { sift } = await import(${at('modules/sites/authority-sieve.js')});
    const { unpacked } = await import(${at('platform/lists/unpack.js')});
    const { NameFilter } = await import(${at('core/sites/name-filter.js')});
    const ours = new NameFilter(1000);
    for (let no = 0; no < 1000; no += 1) ours.add('com.name-' + no * 100);
    function* text() {
      for (let start = 0; start < ${lines}; start += 1000) {
        const ranks = Array.from({ length: 1000 }, (_, no) => start + no + 1);
        yield ranks.map((rank) => rank + '\\t2.5e7\\t' + rank + '\\t0.1\\tcom.name-' + rank + '\\t1\\n').join('');
      }
      yield 'x'.repeat(20_000_000);
    }
    let [listed, found] = [0, 0];
    for await (const part of sift('common_crawl', unpacked(Readable.from(text()).pipe(createGzip({ level: 1 }))), ours)) {
      listed = part.listed;
      found += part.domains.length;
    }
    process.stdout.write(JSON.stringify({ listed, found, memory: process.resourceUsage().maxRSS * 1024 }));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=48',
    '--input-type=module',
    '-e',
    program,
  ]);
  return JSON.parse(stdout) as Awaited<ReturnType<typeof sifted>>;
}

it('a list ten times as long takes no more memory, nor does a line of twenty million characters', async () => {
  const small = await sifted(100_000);
  const large = await sifted(1_000_000);
  expect([small.listed, large.listed]).toEqual([100_000, 1_000_000]);
  // Some strangers look like ours; the database sifts them out by their whole names.
  for (const { found } of [small, large]) expect(found - 999).toBeLessThan(200);
  // When garbage is collected is chance; what is kept is bounded by the heap the process was given.
  expect(large.memory).toBeLessThan(400 * MB);
}, 120_000);
