import { Injectable } from '@nestjs/common';
import { listAddresses, type NamedPage, pagesToRead } from '../../core/discovery/awaited-pages.js';
import type { MatchStep } from '../../core/placements/terms.js';
import { siteKey } from '../../core/sites/site-key.js';
import type { Visit } from '../../core/verifier/facts.js';
import { isAtLeast, ladderFor } from '../../core/verifier/url-ladder.js';
import { mayBeFeed, readFeed } from '../../platform/feeds/read-feed.js';
import { hostSlot } from '../../platform/fetch/page-fetcher.js';
import { type PageTurn, PageTurns, putOffBy } from '../verifier/page-turns.service.js';
import { endOf, hostOf, type ReadingEnd, type SiteToRead } from './site-reader.js';

/** Pages of one site that are read in one search. */
const MOST_PAGES = 12;
/** Lists of an index of sitemaps that are read. */
const MOST_LISTS = 2;

/** What is looked for among the new pages of a site. */
export interface Wanted {
  readonly targets: readonly string[];
  /** Epoch milliseconds: pages that changed before hold nothing new. */
  readonly since: number;
  /** Pages read before, with when (epoch milliseconds). */
  readonly read: ReadonlyMap<string, number>;
}

/** A page that was read, and the best link it has to each target. */
export interface NewPage {
  readonly url: string;
  readonly steps: ReadonlyMap<string, MatchStep>;
}

export interface NewPages {
  readonly end: ReadingEnd;
  /** Whether the site lists its pages anywhere we know. */
  readonly isListed: boolean;
  readonly pages: readonly NewPage[];
}

/** Reads what a site published lately, by its feed and its sitemap: at the host's pace, where robots.txt lets our agent in. */
@Injectable()
export class NewPagesReader {
  constructor(private readonly turns: PageTurns) {}

  /** A site without https is asked by http. */
  async read(site: SiteToRead, wanted: Wanted, stop: AbortSignal): Promise<NewPages> {
    let answer: NewPages = { end: 'unreachable', isListed: false, pages: [] };
    for (const scheme of ['https', 'http'] as const) {
      const home = new URL(`${scheme}://${hostOf(site.host)}${site.pathPrefix}/`);
      const turn = await this.turns.beginWaiting(hostSlot(home), stop);
      if (typeof turn === 'string') return { ...answer, end: turn };
      try {
        answer = await new Reading(turn, site, wanted).from(home);
      } finally {
        await turn.end();
      }
      if (answer.end !== 'unreachable') break;
    }
    return answer;
  }
}

/** One reading of one site, in a turn at its host. */
class Reading {
  private readonly pages: NewPage[] = [];
  private isListed = false;

  constructor(
    private readonly turn: PageTurn,
    private readonly site: SiteToRead,
    private readonly wanted: Wanted,
  ) {}

  async from(home: URL): Promise<NewPages> {
    const first = await this.visit(home);
    if (typeof first === 'string') return this.ended(first);
    if (first.visit.failure !== null) return this.ended('unreachable');
    const named: NamedPage[] = [];
    for (const address of this.ownLists(home.href, first.visit))
      named.push(...(await this.listed(address, MOST_LISTS)));
    for (const page of pagesToRead(named, { ...this.wanted, most: MOST_PAGES })) {
      const answer = await this.visit(new URL(page.url));
      if (answer === 'left_site' || answer === 'robots_denied') continue;
      if (typeof answer === 'string') return this.ended(answer);
      this.take(answer.visit, page.url);
    }
    return this.ended('read');
  }

  /** A feed elsewhere, at a service for feeds, is another host's: it is left alone. */
  private ownLists(home: string, visit: Visit): string[] {
    const base = visit.finalUrl ?? home;
    return listAddresses(base, visit.page?.feeds ?? []).filter((address) => this.isOwn(address));
  }

  /** Pages of a list; of an index, those of its newest lists. */
  private async listed(address: string, lists: number): Promise<readonly NamedPage[]> {
    const answer = await this.visit(new URL(address), mayBeFeed);
    if (typeof answer === 'string' || answer.body === null) return [];
    const reading = await readFeed(answer.body, address);
    if (reading === null) return [];
    this.isListed = true;
    if (reading.kind !== 'sitemap_index') return reading.entries.filter(({ url }) => this.isOwn(url));
    const newest = [...reading.entries].sort((one, other) => (other.at ?? 0) - (one.at ?? 0)).slice(0, lists);
    const found: NamedPage[] = [];
    for (const { url } of newest) if (this.isOwn(url)) found.push(...(await this.listed(url, 0)));
    return found;
  }

  private async visit(
    url: URL,
    keeps?: (contentType: string | null) => boolean,
  ): Promise<{ visit: Visit; body: Buffer | null } | Exclude<ReadingEnd, 'read' | 'unreachable'>> {
    const answer = await this.turn.read(url, (address) => this.isOwn(address), keeps);
    if (answer.kind === 'left') return 'left_site';
    if (answer.kind === 'deferred') return putOffBy(answer);
    return endOf(answer) ?? answer;
  }

  private take({ page, finalUrl }: Visit, url: string): void {
    if (page === null) return;
    const settings = { declaredSubSites: this.site.declared };
    const steps = new Map<string, MatchStep>();
    for (const target of this.wanted.targets) {
      const stepOf = ladderFor(target, settings);
      const best = page.occurrences
        .map(({ href }) => stepOf(href))
        .reduce((one, other) => (isAtLeast(one, other) ? one : other), 'other');
      steps.set(target, best);
    }
    this.pages.push({ url: finalUrl ?? url, steps });
  }

  private isOwn(address: string): boolean {
    return siteKey(address, this.site.declared) === this.site.siteKey;
  }

  private ended(end: ReadingEnd): NewPages {
    return { end, isListed: this.isListed, pages: this.pages };
  }
}
