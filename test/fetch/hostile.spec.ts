import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOSTILE } from './hostile-pages.js';
import { answer, RawServer, withoutRobots } from './raw-server.js';
import { runCli } from './run-cli.js';
import { LINK, TARGET } from './visit-world.js';

const servers: RawServer[] = [];
let plain: RawServer;

beforeAll(async () => {
  plain = await RawServer.start(withoutRobots((socket) => void socket.write(answer(200, {}, LINK))));
  for (const [, reply] of HOSTILE) servers.push(await RawServer.start(withoutRobots(reply)));
});

afterAll(async () => {
  await Promise.all([plain, ...servers].map((server) => server.stop()));
});

function csv(urls: readonly string[]): string {
  return ['source_url,target_url', ...urls.map((url) => `${url},${TARGET}`), ''].join('\n');
}

function told({ verdict, findings }: Record<string, unknown>): string {
  return [verdict, ...(findings as { code: string }[]).map(({ code }) => code)].join(' ');
}

describe('hostile servers', () => {
  const args = ['--gap', '0', '--format', 'ndjson', '--no-render'];

  it('each comes to its row, all at once and three times each, within 256 MB more than one page takes', async () => {
    const idle = await runCli(csv([plain.url('/page')]), args);
    const urls = [1, 2, 3].flatMap((turn) => servers.map((server) => server.url(`/page?${turn}`)));
    const run = await runCli(csv([...urls, plain.url('/page')]), args);
    const wrong = run.lines.flatMap((line) => {
      const at = ((line['row'] as number) - 1) % HOSTILE.length;
      const isPlain = line['row'] === urls.length + 1;
      const expected = isPlain ? /^live$/ : (HOSTILE[at]?.[2] as RegExp);
      return expected.test(told(line)) ? [] : [`${isPlain ? 'plain' : HOSTILE[at]?.[0]}: ${told(line)}`];
    });
    expect(wrong).toEqual([]);
    expect(run.lines).toHaveLength(urls.length + 1);
    expect(run.status).toBe(1);
    expect(run.peakMb - idle.peakMb).toBeLessThanOrEqual(256);
  }, 180_000);
});
