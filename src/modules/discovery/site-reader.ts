import { Injectable } from '@nestjs/common';
import { type FoundContact, unique } from '../../core/discovery/find-contacts.js';
import { type ChosenPage, nextPage, type PageLink } from '../../core/discovery/page-kind.js';
import { siteKey } from '../../core/sites/site-key.js';
import { hostSlot } from '../../platform/fetch/page-fetcher.js';
import {
  type NoTurn,
  type PageTurn,
  PageTurns,
  putOffBy,
  type TurnPage,
} from '../verifier/page-turns.service.js';
import { ContactReader } from './contact-reader.js';

/** Pages one site is asked for, its home page among them. */
export const MOST_PAGES = 8;

export interface SiteToRead {
  /** Host of the site, and the path of a path site. */
  readonly host: string;
  readonly pathPrefix: string;
  readonly siteKey: string;
  /** Keys of declared sub-sites: their pages are not this site's. */
  readonly declared: readonly string[];
}

/** How a reading ended; all but `read` say why nothing, or no more, was read. */
export type ReadingEnd = 'read' | 'robots_denied' | 'unreachable' | 'left_site' | NoTurn;

export interface SiteReading {
  readonly contacts: readonly FoundContact[];
  /** Pages that answered with HTML. */
  readonly pages: readonly ChosenPage[];
  readonly end: ReadingEnd;
}

/** What is known while a site is read. */
interface Going {
  readonly site: SiteToRead;
  /** Pages that were asked for, whatever came of it. */
  readonly asked: ChosenPage[];
  readonly pages: ChosenPage[];
  readonly links: PageLink[];
  readonly contacts: FoundContact[];
}

/** Reads the pages of a site that tell who may be written to: one at a time, at the host's pace, where robots.txt lets our agent in. */
@Injectable()
export class SiteReader {
  constructor(
    private readonly turns: PageTurns,
    private readonly reader: ContactReader,
  ) {}

  /** `onPage` is told of each page once it was asked for. A site without https is asked by http. */
  async read(site: SiteToRead, stop: AbortSignal, onPage: () => Promise<void>): Promise<SiteReading> {
    const going: Going = { site, asked: [], pages: [], links: [], contacts: [] };
    let end: ReadingEnd = 'unreachable';
    for (const scheme of ['https', 'http'] as const) {
      const home = new URL(`${scheme}://${hostOf(site.host)}${site.pathPrefix}/`);
      end = await this.readFrom(home, going, { stop, onPage });
      if (end !== 'unreachable') break;
    }
    return { contacts: unique(going.contacts), pages: going.pages, end };
  }

  private async readFrom(
    home: URL,
    going: Going,
    { stop, onPage }: { stop: AbortSignal; onPage: () => Promise<void> },
  ): Promise<ReadingEnd> {
    const turn = await this.turns.beginWaiting(hostSlot(home), stop);
    if (typeof turn === 'string') return turn;
    try {
      let page: ChosenPage | null = { url: home.href, kind: 'home' };
      while (page !== null) {
        const end = await this.readPage(turn, page, going);
        await onPage();
        if (end !== null && (end !== 'robots_denied' || page.kind === 'home')) return end;
        page = nextPage(going.links, going.asked, {
          site: going.site.siteKey,
          declared: going.site.declared,
          most: MOST_PAGES,
        });
      }
      return 'read';
    } finally {
      await turn.end();
    }
  }

  /** Null when there is more to read. A page that fails ends nothing but itself, unless it is the home page. */
  private async readPage(turn: PageTurn, page: ChosenPage, going: Going): Promise<ReadingEnd | null> {
    const { siteKey: own, declared } = going.site;
    const answer = await turn.read(new URL(page.url), (address) => siteKey(address, declared) === own);
    if (answer.kind === 'deferred') return putOffBy(answer);
    if (answer.kind === 'left') {
      going.asked.push(page);
      return page.kind === 'home' ? 'left_site' : null;
    }
    const { visit } = answer;
    if (page.kind === 'home' && visit.failure !== null) return 'unreachable';
    going.asked.push(page);
    const end = endOf(answer);
    if (end === null) await this.take(answer, page, going);
    return end;
  }

  private async take(
    { visit, body }: Extract<TurnPage, { kind: 'read' }>,
    page: ChosenPage,
    going: Going,
  ): Promise<void> {
    if (visit.page === null || body === null || visit.status !== 200) return;
    const url = visit.finalUrl ?? page.url;
    // Who is redirected has been there, too: the page is not read twice.
    if (url !== page.url) going.asked.push({ ...page, url });
    going.pages.push({ ...page, url });
    going.links.push(...visit.page.occurrences.map(({ href, anchor }) => ({ href, anchor })));
    going.contacts.push(
      ...(await this.reader.read(body, { contentType: visit.contentType, url, kind: page.kind })),
    );
  }
}

/** Why an answer ends the reading, or its page alone. */
export function endOf({
  visit,
  hostRests,
}: Extract<TurnPage, { kind: 'read' }>): 'robots_denied' | 'host_rests' | null {
  if (visit.robotsAllowed?.own === false) return 'robots_denied';
  return hostRests === null ? null : 'host_rests';
}

/** A host as it stands in an address. */
export function hostOf(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
