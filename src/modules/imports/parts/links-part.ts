import { Injectable } from '@nestjs/common';
import type { LinkRecord } from '../../../core/imports/record.js';
import { type LinkFact, LinkIntake, type LinkOutcome } from '../../relationships/link-intake.service.js';
import type { ImportSummary } from '../import.entity.js';
import { type BatchYield, ImportPart, type ImportRun, type RowWork } from '../import-run.js';

interface Told {
  readonly work: RowWork;
  readonly fact: LinkFact;
}

/** Links of backlink and outlink exports: each is a sighting of this import, with first and last seen as the file has them. */
@Injectable()
export class LinksPart extends ImportPart {
  constructor(private readonly links: LinkIntake) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const told = works.flatMap((work) => toldBy(work, run));
    if (told.length === 0) return;
    const outcomes = await this.links.bring(
      told.map(({ fact }) => fact),
      { via: 'import', originId: run.row.id, observedAt: run.observedAt },
    );
    for (const [at, { work, fact }] of told.entries()) settle(work, { fact, outcome: outcomes[at] }, batch);
  }
}

function toldBy(work: RowWork, run: ImportRun): Told[] {
  const { link } = work.record;
  const { brand, siteId } = work;
  if (!work.isOpen || link === undefined || brand === null || siteId === null) return [];
  const direction = run.row.content === 'links_to_them' ? 'to_them' : 'to_us';
  const { sourceUrl, targetUrl = direction === 'to_us' ? brand.homeUrl : undefined } = link;
  if (sourceUrl === undefined || targetUrl === undefined) return [];
  const place = {
    brandId: brand.id,
    clientId: brand.clientId,
    siteId,
    direction,
    sourceUrl,
    targetUrl,
  } as const;
  return [{ work, fact: { ...place, ...saidOf(link) } }];
}

/** What the file says of the link, and nothing it does not say. */
function saidOf(link: LinkRecord): Partial<LinkFact> {
  const { anchor, rel, isImage, isSitewide, state, firstSeenOn, lastSeenAt, lostAt, lostReason } = link;
  return {
    ...(anchor !== undefined && { anchor }),
    ...(rel !== undefined && { rel }),
    ...(isImage !== undefined && { isImage }),
    ...(isSitewide !== undefined && { isSitewide }),
    ...(state !== undefined && { state }),
    ...(firstSeenOn !== undefined && { firstSeenOn }),
    ...(lastSeenAt !== undefined && { lastSeenAt: momentOf(lastSeenAt) }),
    ...(lostAt !== undefined && { lostAt: momentOf(lostAt) }),
    ...(lostReason !== undefined && { lostReason }),
  };
}

function momentOf(text: string): Date | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at);
}

function settle(
  work: RowWork,
  { fact, outcome }: { fact: LinkFact; outcome: LinkOutcome | undefined },
  batch: BatchYield,
): void {
  if (outcome === undefined || outcome.became === 'refused') {
    work.skip(outcome?.reason ?? 'not_a_link');
    return;
  }
  work.settle('link', outcome.id, work.isRepeated && outcome.kind === 'created' ? 'unchanged' : outcome.kind);
  if (work.isRepeated) return;
  batch.add(summaryKind(outcome.became, fact.state));
}

/** A link that a file names as lost is lost news even where nobody knew it before. */
function summaryKind(became: LinkOutcome['became'], state: LinkFact['state']): keyof ImportSummary {
  if (became === 'lost' || (became === 'new' && state === 'lost')) return 'linksLost';
  return became === 'new' ? 'linksNew' : 'linksAgain';
}
