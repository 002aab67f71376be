import type { RobotsAllowed } from '../../../core/verifier/facts.js';
import {
  crawlDelay,
  parseRobotsTxt,
  type RobotsTxt,
  robotsAllow,
} from '../../../core/verifier/robots-txt.js';
import type { FetchFailure } from '../../../platform/fetch/failure.js';
import { hostSlot, type PageFetcher } from '../../../platform/fetch/page-fetcher.js';
import { fetchRobots, isFresh, type RobotsAnswer } from '../../../platform/fetch/robots-source.js';
import type { RequestNotice, VisitHooks, VisitorMeans } from './visit-types.js';

/** Why a request is not sent. */
export type Stop =
  | { readonly kind: 'deferred'; readonly slot: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unanswered'; readonly failure: FetchFailure };

type RobotsOutcome = RobotsAnswer | { readonly kind: 'stopped'; readonly by: Stop };

/** Questions for robots.txt under way, by authority. */
export type RobotsQuestions = Map<string, Promise<RobotsOutcome>>;

/** The product token of our agent, as robots.txt names it. */
const OWN_TOKEN = 'LinkledgerBot';
const NO_RULES: RobotsTxt = parseRobotsTxt('');
/** Answers that stay in memory are parsed once. */
const PARSED = new WeakMap<RobotsAnswer, RobotsTxt>();

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

  private readonly fetcher: PageFetcher;
  private readonly now: () => number;

  constructor(
    means: Pick<VisitorMeans, 'fetcher' | 'now'>,
    private readonly hooks: VisitHooks,
    private readonly questions: RobotsQuestions,
  ) {
    this.fetcher = means.fetcher;
    this.now = means.now;
  }

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
    const rules = rulesOf(answer);
    const path = url.pathname + url.search;
    const own = robotsAllow(rules, OWN_TOKEN, path);
    const before = this.allowed ?? { own: true, googlebot: true };
    this.allowed = {
      own: before.own && own,
      googlebot: before.googlebot && robotsAllow(rules, 'googlebot', path),
    };
    if (!own) return { kind: 'denied' };
    const seconds = crawlDelay(rules, OWN_TOKEN);
    return this.takeSlot(url, seconds === null ? null : seconds * 1000);
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

  private async robotsOf(url: URL): Promise<RobotsOutcome> {
    const kept = await this.hooks.robots.get(url.origin);
    if (kept !== null && isFresh(kept, this.now())) return kept.answer;
    // Pages of one host visited at the same time wait for one answer; one that was stopped is nobody else's.
    const asked = this.questions.get(url.origin);
    const shared = await asked;
    if (shared !== undefined && shared.kind !== 'stopped') return shared;
    const question = this.askRobots(url);
    this.questions.set(url.origin, question);
    try {
      return await question;
    } finally {
      if (this.questions.get(url.origin) === question) this.questions.delete(url.origin);
    }
  }

  private async askRobots(url: URL): Promise<RobotsOutcome> {
    const answer = await fetchRobots<Stop>(this.fetcher, url, {
      before: (robotsUrl) => this.takeSlot(robotsUrl),
      after: this.after,
    });
    if (answer.kind !== 'stopped') await this.hooks.robots.put(url.origin, { fetchedAt: this.now(), answer });
    return answer;
  }
}

function rulesOf(answer: RobotsAnswer): RobotsTxt {
  if (answer.kind !== 'rules') return NO_RULES;
  const rules = PARSED.get(answer) ?? parseRobotsTxt(answer.text);
  PARSED.set(answer, rules);
  return rules;
}
