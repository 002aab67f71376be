import type { AcceptedStep, Terms } from '../../src/core/placements/terms.js';
import { judge } from '../../src/core/verifier/judge.js';
import { NO_CONTEXT } from '../../src/core/verifier/judge-context.js';
import { RobotsMemory } from '../../src/modules/verifier/cli/robots-memory.js';
import { PageVisitor } from '../../src/modules/verifier/visit/page-visitor.js';
import type { TargetVisit, VisitHooks } from '../../src/modules/verifier/visit/visit-types.js';
import type { PageRenderer } from '../../src/platform/browser/page-renderer.js';
import { systemResolver } from '../../src/platform/fetch/dns-resolver.js';
import { type FetcherSettings, PageFetcher } from '../../src/platform/fetch/page-fetcher.js';
import { Parse5Reader } from '../../src/platform/html/html-reader.js';
import { type RawReply, RawServer } from './raw-server.js';

export const TARGET = 'https://target.example/guide';
export const LINK = `<a href="${TARGET}">guide</a>`;
/** Enough text for a page to count as read. */
export const TEXT = `<p>${'Words that make a page a page. '.repeat(20)}</p>`;

const UNKNOWN = { standing: 'unknown' } as const;

/** A visitor on loopback, and what a visit comes to in one line. */
export class VisitWorld {
  readonly fetcher: PageFetcher;
  readonly reader = new Parse5Reader();
  readonly requests: string[] = [];
  private readonly servers: RawServer[] = [];

  constructor(
    settings: Partial<FetcherSettings> = {},
    private readonly renderer: PageRenderer | null = null,
  ) {
    this.fetcher = new PageFetcher({
      resolve: systemResolver(),
      allow: ['127.0.0.0/8'],
      userAgent: 'test',
      ...settings,
    });
  }

  async serve(reply: RawReply): Promise<RawServer> {
    const server = await RawServer.start(reply);
    this.servers.push(server);
    return server;
  }

  hooks(changes: Partial<VisitHooks> = {}): VisitHooks {
    return {
      beforeRequest: async ({ url }) => {
        this.requests.push(url);
        return 'go';
      },
      robots: new RobotsMemory(),
      render: this.renderer !== null,
      evidence: false,
      ...changes,
    };
  }

  async visit(
    sourceUrl: string,
    match: AcceptedStep = 'equivalent',
    hooks = this.hooks(),
  ): Promise<TargetVisit> {
    const visitor = new PageVisitor({ ...this, renderer: this.renderer, now: () => 0 });
    const outcome = await visitor.visit({ sourceUrl, targets: [{ targetUrl: TARGET, match }] }, hooks);
    if (outcome.kind === 'deferred') throw new Error(`deferred by ${outcome.slot}`);
    return outcome.visits[0] as TargetVisit;
  }

  /** Verdict and codes, e.g. `unreachable dns`. */
  async verdict(sourceUrl: string, match: AcceptedStep = 'equivalent'): Promise<string> {
    return told(await this.visit(sourceUrl, match), match);
  }

  /** What a server that answers every page in this way comes to. */
  async verdictOf(reply: RawReply, match: AcceptedStep = 'equivalent'): Promise<string> {
    return this.verdict((await this.serve(reply)).url('/page'), match);
  }

  async stop(): Promise<void> {
    await Promise.all([this.reader.close(), this.fetcher.close(), this.renderer?.close()]);
    await Promise.all(this.servers.map((server) => server.stop()));
  }
}

/** Verdict and finding codes of a visit, with nothing but the target agreed. */
export function told({ visit }: TargetVisit, match: AcceptedStep = 'equivalent'): string {
  const rest = { rel: UNKNOWN, anchor: UNKNOWN, region: UNKNOWN, indexable: UNKNOWN, duration: UNKNOWN };
  const terms: Terms = { targetUrl: TARGET, match, ...rest };
  const { verdict, findings } = judge(terms, visit, NO_CONTEXT);
  return [verdict, ...findings.map(({ code }) => code)].join(' ');
}
