import { CrawlWorker } from '../../src/modules/relationships/crawl-worker.js';
import { made } from '../builders/agency.js';
import type { TestApp } from '../http/app.js';
import { type Person, signIn } from '../http/people.js';
import { pair } from './independent-walk.js';

/** A crawl as its page shows it. */
export type CrawlAnswer = Readonly<Record<string, unknown>> & { readonly id: string };

/** A brand whose own site stands at an address. */
export async function aBrandAt(owner: Person, homeUrl: string): Promise<string> {
  const clientId = made(await owner.browser.post('/clients', { name: `Client of ${homeUrl}` }));
  return made(await owner.browser.post(`/clients/${clientId}/brands`, { name: 'Gardens', homeUrl }));
}

/** Starts a crawl; answers its id. */
export async function startCrawl(owner: Person, brandId: string): Promise<string> {
  const started = await owner.browser.post(`/brands/${brandId}/crawl/start`);
  if (started.status !== 202) throw new Error(`not started: ${JSON.stringify(started.body)}`);
  return String(started.body.crawlId);
}

/** Starts a crawl and lets it run as far as it comes; answers it. */
export async function crawl(app: TestApp, owner: Person, brandId: string): Promise<CrawlAnswer> {
  const again = await signIn(app, owner.email);
  const id = await startCrawl(again, brandId);
  await app.get(CrawlWorker).drain();
  return (await again.browser.get(`/crawls/${id}`)).body;
}

/** The links of our own site as the log has them, by state, as `source -> target`. */
export async function linksInLog(
  app: Pick<TestApp, 'database'>,
): Promise<Record<'live' | 'lost' | 'unknown', string[]>> {
  const rows = await app.database.asOwner<{ source: string; target: string; state: string }>(
    `select source_url as source, target_url as target, state from links where direction = 'to_them'`,
  );
  const of = (state: string): string[] =>
    rows
      .filter((row) => row.state === state)
      .map(({ source, target }) => pair(source, target))
      .sort();
  return { live: of('live'), lost: of('lost'), unknown: of('unknown') };
}
