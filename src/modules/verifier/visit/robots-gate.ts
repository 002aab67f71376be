import type { RobotsAllowed } from '../../../core/verifier/facts.js';
import { parseRobotsTxt, type RobotsTxt } from '../../../core/verifier/robots-txt.js';
import type { FetchFailure } from '../../../platform/fetch/failure.js';
import { hostSlot, type PageFetcher } from '../../../platform/fetch/page-fetcher.js';
import { fetchRobots, isFresh, type RobotsAnswer } from '../../../platform/fetch/robots-source.js';
import type { RequestNotice, VisitHooks } from './visit-types.js';

/** Why a request is not sent. */
export type Stop =
  | { readonly kind: 'deferred'; readonly slot: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unanswered'; readonly failure: FetchFailure };

const MAX_CRAWL_DELAY_MS = 60_000;
const NO_RULES: RobotsTxt = parseRobotsTxt('');

/**
 * Stands before every request of one visit: robots.txt of the address (fetched when no fresh copy is kept), then the slot of its
 * host. Remembers what robots.txt said to each reader about all addresses asked for.
 */
export class RobotsGate {
  /** What robots.txt said so far; null when one was not answered. */
  allowed: RobotsAllowed | null = null;
  /** Whether any robots.txt answered with a status. */
  robotsAnswered = false;
  private readonly open = new Map<string, RequestNotice>();
  private readonly parsed = new Map<string, RobotsTxt>();

  constructor(
    private readonly fetcher: PageFetcher,
    private readonly hooks: VisitHooks,
    private readonly now: () => number,
  ) {}

  /** Asks robots.txt and takes the slot for a page, a redirect hop or a followed link. */
  readonly before = async (url: URL): Promise<Stop | null> => {
    const answer = await this.robotsOf(url);
    if (answer.kind === 'stopped') return answer.by;
    if (answer.kind === 'unreachable') {
      this.robotsAnswered ||= answer.status !== null;
      this.allowed = null;
      return { kind: 'unanswered', failure: answer.failure };
    }
    this.robotsAnswered = true;
    const rules = this.rulesOf(url.origin, answer);
    const path = url.pathname + url.search;
    const own = rules.allows('LinkledgerBot', path);
    const before = this.allowed ?? { own: true, googlebot: true };
    this.allowed = { own: before.own && own, googlebot: before.googlebot && rules.allows('googlebot', path) };
    if (!own) return { kind: 'denied' };
    return this.takeSlot(url, crawlDelayOf(rules));
  };

  /** To be called when a request that was let through is over. */
  readonly after = (url: URL): void => {
    const notice = this.open.get(url.href);
    if (notice === undefined) return;
    this.open.delete(url.href);
    this.hooks.afterRequest?.(notice);
  };

  /** Takes a slot without asking robots.txt: for robots.txt itself, and for a rendering. */
  readonly takeSlot = async (url: URL, crawlDelayMs: number | null = null): Promise<Stop | null> => {
    const notice: RequestNotice = { slot: hostSlot(url), url: url.href, crawlDelayMs };
    if ((await this.hooks.beforeRequest(notice)) === 'deferred')
      return { kind: 'deferred', slot: notice.slot };
    this.open.set(url.href, notice);
    return null;
  };

  private async robotsOf(url: URL): Promise<RobotsAnswer | { readonly kind: 'stopped'; readonly by: Stop }> {
    const kept = await this.hooks.robots.get(url.origin);
    if (kept !== null && isFresh(kept, this.now())) return kept.answer;
    const answer = await fetchRobots<Stop>(this.fetcher, url, {
      before: (robotsUrl) => this.takeSlot(robotsUrl),
      after: this.after,
    });
    if (answer.kind !== 'stopped') await this.hooks.robots.put(url.origin, { fetchedAt: this.now(), answer });
    return answer;
  }

  private rulesOf(origin: string, answer: RobotsAnswer): RobotsTxt {
    if (answer.kind !== 'rules') return NO_RULES;
    const known = this.parsed.get(origin) ?? parseRobotsTxt(answer.text);
    this.parsed.set(origin, known);
    return known;
  }
}

function crawlDelayOf(rules: RobotsTxt): number | null {
  const seconds = rules.crawlDelay('LinkledgerBot');
  return seconds === null ? null : Math.min(seconds * 1000, MAX_CRAWL_DELAY_MS);
}
