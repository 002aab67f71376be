import { Injectable } from '@nestjs/common';
import { type CrawledPage, crawledPage } from '../../core/relationships/crawl-page.js';
import { crawlTarget, DEEPEST_PAGE, nextPages, type OwnSite } from '../../core/relationships/crawl-scope.js';
import { type OutboundLink, outboundLinks } from '../../core/relationships/outbound-links.js';
import type { Visit } from '../../core/verifier/facts.js';
import { equivalentKey } from '../../core/verifier/url-ladder.js';
import { SitesService } from '../sites/sites.service.js';
import {
  CrawlFrontier,
  type FrontierPage,
  type PageResult,
  type WaitingPage,
} from './crawl-frontier.repository.js';
import { type CrawlRow, CrawlsRepository } from './crawls.repository.js';
import { keyHash, type LinkFact } from './link-facts.js';
import { LinkIntake } from './link-intake.service.js';
import { LinksRepository } from './links.repository.js';

/** A page of a crawl with what asking for it brought. */
export interface VisitedCrawlPage {
  readonly page: WaitingPage;
  /** Null when the page leads away from the own site. */
  readonly visit: Visit | null;
  readonly at: Date;
}

/** One page as it is written down. */
interface ReadPage extends VisitedCrawlPage {
  readonly outcome: CrawledPage;
  readonly links: readonly OutboundLink[];
  /** Keys of pages of which it is now known which links they have. */
  readonly settled: readonly string[];
}

/** Writes down what reading pages of an own site brought: links found and lost, pages to read next. In the open transaction. */
@Injectable()
export class CrawlRecording {
  constructor(
    private readonly crawls: CrawlsRepository,
    private readonly frontier: CrawlFrontier,
    private readonly intake: LinkIntake,
    private readonly links: LinksRepository,
    private readonly sites: SitesService,
  ) {}

  /** `crawl` is held by the caller. */
  async record(crawl: CrawlRow, own: OwnSite, visited: readonly VisitedCrawlPage[]): Promise<void> {
    const pages = visited.map((one) => readPage(one, own));
    await this.frontier.save(crawl.id, pages.map(resultOf));
    const at = pages.at(-1)?.at;
    if (at === undefined) return;
    const { added, isCut } = await this.frontier.add(
      crawl.id,
      pages.flatMap((page) => nextOf(page, own)),
      { last: crawl.pagesFound, room: crawl.pageLimit - crawl.pagesFound },
    );
    await this.frontier.markRead(crawl.id, pages.flatMap(endKey), at);
    const found = await this.facts(crawl, pages);
    const lost = await this.lost(crawl, pages, found);
    await this.intake.bring([...found, ...lost], { via: 'crawl', originId: crawl.brandId, observedAt: at });
    const states = pages.map((page) => resultOf(page).state);
    const count = (state: PageResult['state']): number => states.filter((one) => one === state).length;
    await this.crawls.advance(crawl.id, {
      found: added,
      read: count('read'),
      failed: count('failed'),
      skipped: count('refused') + count('skipped'),
      links: found.length,
      isCut: isCut || pages.some((page) => page.page.depth >= DEEPEST_PAGE),
    });
  }

  /** All links of the pages to other sites, as facts; sites that were not known are made. */
  private async facts(crawl: CrawlRow, pages: readonly ReadPage[]): Promise<LinkFact[]> {
    const targets = [...new Set(pages.flatMap(({ links }) => links.map(({ targetUrl }) => targetUrl)))];
    const sites = await this.sites.forAddresses(targets.filter((url) => url.length <= 4000));
    return pages.flatMap(({ outcome, links, at }) =>
      links.flatMap((link): LinkFact[] => {
        const siteId = sites.get(link.targetUrl);
        if (siteId === undefined || !('finalUrl' in outcome)) return [];
        return [
          {
            ...ours(crawl),
            siteId,
            sourceUrl: outcome.finalUrl,
            ...link,
            firstSeenOn: dayOf(at),
            lastSeenAt: at,
          },
        ];
      }),
    );
  }

  /** Links that were known on these pages and are not there. */
  private async lost(
    crawl: CrawlRow,
    pages: readonly ReadPage[],
    found: readonly LinkFact[],
  ): Promise<LinkFact[]> {
    const settled = new Map(
      pages.flatMap((page) => page.settled.map((key) => [keyHash(key), page] as const)),
    );
    if (settled.size === 0) return [];
    const there = new Set(
      found.map((fact) => pairText(keyHash(equivalentKey(fact.sourceUrl) ?? ''), fact.targetUrl)),
    );
    const known = await this.links.onPages(crawl.brandId, [...settled.keys()]);
    return known
      .filter((link) => link.state !== 'lost' && !there.has(pairText(link.sourceHash, link.targetUrl)))
      .map((link) => ({
        ...ours(crawl),
        siteId: link.siteId,
        sourceUrl: link.sourceUrl,
        targetUrl: link.targetUrl,
        state: 'lost' as const,
        lostAt: settled.get(link.sourceHash)?.at ?? null,
        lostReason: settled.get(link.sourceHash)?.outcome.kind === 'gone' ? 'page_gone' : 'link_absent',
      }));
  }
}

const LED_AWAY: CrawledPage = { kind: 'gone', code: 'other_site' };

function ours({ brandId, clientId }: CrawlRow) {
  return { brandId, clientId, direction: 'to_them' as const };
}

function readPage(visited: VisitedCrawlPage, own: OwnSite): ReadPage {
  const outcome = visited.visit === null ? LED_AWAY : crawledPage(visited.visit);
  const links = 'facts' in outcome ? outboundLinks(outcome.facts, own) : [];
  return { ...visited, outcome, links, settled: settledBy(visited.page.url, outcome) };
}

/** A page that redirects has no links of its own any more; its end has those that were read. */
function settledBy(url: string, outcome: CrawledPage): string[] {
  const asked = equivalentKey(url) ?? '';
  if (outcome.kind === 'gone') return [asked];
  if (outcome.kind !== 'read') return [];
  return [...new Set([asked, equivalentKey(outcome.finalUrl) ?? asked])];
}

function resultOf({ page, visit, outcome, links, at }: ReadPage): PageResult {
  return {
    pageNo: page.pageNo,
    state: STATES[outcome.kind],
    findingCode: 'code' in outcome ? outcome.code : null,
    httpStatus: visit?.status ?? null,
    linkCount: 'facts' in outcome ? links.length : null,
    readAt: at,
  };
}

const STATES = {
  read: 'read',
  unsure: 'failed',
  gone: 'read',
  refused: 'refused',
  failed: 'failed',
} as const;

/** The end of a redirect within the own site is a page that was read with it, and not read twice. */
function endKey({ page, outcome }: ReadPage): string[] {
  if (outcome.kind !== 'read') return [];
  const end = equivalentKey(outcome.finalUrl);
  return end === null || end === equivalentKey(page.url) ? [] : [end];
}

function nextOf({ page, outcome }: ReadPage, own: OwnSite): FrontierPage[] {
  if (!('facts' in outcome) || page.depth >= DEEPEST_PAGE) return [];
  const end = crawlTarget(outcome.finalUrl, own);
  const here: FrontierPage[] = end === null ? [] : [{ target: end, depth: page.depth }];
  return [...here, ...nextPages(outcome.facts, own).map((target) => ({ target, depth: page.depth + 1 }))];
}

function pairText(sourceHash: string, targetUrl: string): string {
  return `${sourceHash} ${equivalentKey(targetUrl) ?? targetUrl}`;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
