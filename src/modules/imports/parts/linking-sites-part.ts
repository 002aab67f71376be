import { Injectable } from '@nestjs/common';
import type { SiteRecord } from '../../../core/imports/record.js';
import { toolOfImport } from '../../../core/imports/tool-of-import.js';
import { namedHost } from '../../../core/relationships/linking-site.js';
import {
  type LinkingSiteFact,
  LinkingSiteIntake,
  type LinkingSiteOutcome,
} from '../../relationships/linking-site-intake.service.js';
import type { ImportSummary } from '../import.entity.js';
import { type BatchYield, ImportPart, type ImportRun, type RowWork } from '../import-run.js';

interface Told {
  readonly work: RowWork;
  readonly fact: LinkingSiteFact;
}

/** Sites that link to a brand by a tool's list: what the tool says of the whole site, under its name and the day the list tells of. */
@Injectable()
export class LinkingSitesPart extends ImportPart {
  constructor(private readonly linkingSites: LinkingSiteIntake) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const told = works.flatMap(toldBy);
    // The rows of such a list name no brand: it is the one of the import.
    const brand = told[0]?.work.brand ?? null;
    if (brand === null) return;
    const { row, observedAt } = run;
    const source = toolOfImport(row.format, row.mapping);
    const outcomes = await this.linkingSites.bring(
      told.map(({ fact }) => fact),
      { brandId: brand.id, clientId: brand.clientId, source, importId: row.id, observedAt },
    );
    for (const [at, { work }] of told.entries()) {
      const outcome = outcomes[at];
      if (outcome === undefined) continue;
      work.touch(outcome.kind);
      batch.add(summaryKind(outcome.became));
    }
  }
}

/** Of several rows about one host the first one counts. */
function toldBy(work: RowWork): Told[] {
  const { isOpen, isRepeated, siteId, record } = work;
  if (!isOpen || isRepeated || siteId === null || record.site === undefined) return [];
  return [{ work, fact: { siteId, named: namedHost(record.site), ...saidOf(record.site) } }];
}

/** What the list says of the site, and nothing it does not say. */
function saidOf(site: SiteRecord): Omit<LinkingSiteFact, 'siteId' | 'named'> {
  const { linkCount, dofollowCount, firstSeenOn, lastSeenAt, lostAt } = site;
  return {
    ...(isCount(linkCount) && { linkCount }),
    ...(isCount(dofollowCount) && { followCount: dofollowCount }),
    ...(firstSeenOn !== undefined && { firstSeenOn }),
    ...(lastSeenAt !== undefined && { lastSeenAt: new Date(lastSeenAt) }),
    ...(lostAt !== undefined && { lostAt: new Date(lostAt) }),
  };
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}

function summaryKind(became: LinkingSiteOutcome['became']): keyof ImportSummary {
  if (became === 'lost') return 'linkingSitesLost';
  return became === 'new' ? 'linkingSitesNew' : 'linkingSitesAgain';
}
