import { Injectable } from '@nestjs/common';
import { present } from '../../../core/imports/read-site.js';
import type { ImportRecord } from '../../../core/imports/record.js';
import { type ProspectFacts, ProspectIntake } from '../../prospects/prospect-intake.service.js';
import { type BatchYield, ImportPart, type ImportRun, isNews, type RowWork } from '../import-run.js';

interface Wanted {
  readonly work: RowWork;
  readonly facts: ProspectFacts;
}

/** Sites that may be approached: the rows of a list of prospects, and the sites of any other file where that was asked for. */
@Injectable()
export class ProspectsPart extends ImportPart {
  constructor(private readonly prospects: ProspectIntake) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const wanted = works.flatMap((work) => wantedBy(work, run));
    if (wanted.length === 0) return;
    const outcomes = await this.prospects.bring(
      wanted.map(({ facts }) => facts),
      { importId: run.row.id, newSites: newSitesOf(wanted) },
      run.row.options.mode,
    );
    const isMainPart = run.row.content === 'prospects';
    for (const [at, { work, facts }] of wanted.entries()) {
      const outcome = outcomes[at];
      if (outcome === undefined) continue;
      if (isMainPart) work.settle('prospect', outcome.id, outcome.kind);
      else work.touch(outcome.kind);
      if (outcome.kind === 'created' && isNews(run, `prospect ${facts.siteKey}`)) batch.add('prospects');
      batch.change(work.rowNo, outcome.changes);
    }
  }
}

function newSitesOf(wanted: readonly Wanted[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { work, facts } of wanted) if (work.isSiteNew) ids.add(facts.siteId);
  return ids;
}

function wantedBy(work: RowWork, run: ImportRun): Wanted[] {
  const { record, siteId } = work;
  const { content, options } = run.row;
  if (!work.isOpen || siteId === null || work.siteKey === null) return [];
  if (content !== 'prospects' && content !== 'link_gap' && !options.alsoProspects) return [];
  return [
    {
      work,
      facts: {
        siteId,
        siteKey: work.siteKey,
        ...saidOf(record, run),
        ...(work.ownerMemberId !== null && { ownerMemberId: work.ownerMemberId }),
      },
    },
  ];
}

type Said = Omit<ProspectFacts, 'siteId' | 'siteKey' | 'ownerMemberId'>;

/** What the row says of the prospect, and the options where it says nothing. */
function saidOf({ prospect = {} }: ImportRecord, { row }: ImportRun): Said {
  const { owner: _, status = row.options.status ?? undefined, tags = [], ...rest } = prospect;
  // Status and stage were read by lists that hold no other words than ours.
  return present({ ...rest, status, tags: [...tags, ...row.options.tags] }) as Said;
}
