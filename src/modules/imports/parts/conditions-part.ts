import { Injectable } from '@nestjs/common';
import type { ConditionRecord } from '../../../core/imports/record.js';
import { nameKey } from '../../../core/publishers/name-key.js';
import { type ConditionFacts, ConditionIntake } from '../../publishers/condition-intake.service.js';
import { type BatchYield, ImportPart, type ImportRun, isNews, type RowWork } from '../import-run.js';

interface Told {
  readonly work: RowWork;
  readonly fact: ConditionFacts;
}

/** What is asked for placements, as of the day the file tells of: by who sells it, else by the publisher of the row, else by the site's owner. */
@Injectable()
export class ConditionsPart extends ImportPart {
  constructor(private readonly conditions: ConditionIntake) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const told = works.flatMap((work) => toldBy(work, run));
    const ids = await this.conditions.bring(
      told.map(({ fact }) => fact),
      run.row.id,
    );
    for (const [at, { work, fact }] of told.entries()) {
      const id = ids[at] ?? null;
      if (id === null) continue;
      work.touch('created');
      batch.change(work.rowNo, [{ table: 'conditions', recordId: id, before: null, after: {} }]);
      if (isNews(run, newsKey(work, fact))) batch.add('conditions');
    }
  }
}

function toldBy(work: RowWork, run: ImportRun): Told[] {
  const publisherId = work.brokerId ?? work.publisherId;
  const { siteId } = work;
  const all = askedBy(work, run);
  if (all.length === 0 || !work.isOpen || (siteId === null && publisherId === null)) return [];
  const day = work.record.placement?.agreedOn ?? run.observedAt.toISOString().slice(0, 10);
  return all.map((asked) => ({ work, fact: { ...termsOf(asked), publisherId, siteId, day } }));
}

/** What was paid for a placement is what is asked only where the person who imports says so. */
function askedBy({ record }: RowWork, { row }: ImportRun): readonly ConditionRecord[] {
  const { placement, price, conditions = [] } = record;
  if (placement === undefined) return conditions;
  const isAsked = row.options.alsoConditions && price !== undefined && price.priceMinor > 0;
  return isAsked ? [{ type: placement.type, price }] : [];
}

function termsOf({ type, price, relPolicy, wordsFrom, wordsTo }: ConditionRecord) {
  return {
    type,
    priceMinor: price?.priceMinor ?? null,
    currency: price?.currency ?? null,
    relPolicy: relPolicy ?? null,
    wordsFrom: wordsFrom ?? null,
    wordsTo: wordsTo ?? null,
  };
}

/** What makes two rows of a dry run tell the same: by names, because what it makes has other ids in each window. */
function newsKey({ siteKey, siteId, record }: RowWork, fact: ConditionFacts): string {
  const { type, priceMinor, currency, relPolicy, wordsFrom, wordsTo, day } = fact;
  const who = nameKey(record.broker?.name ?? record.publisher?.name ?? '');
  const where = siteKey ?? siteId;
  return ['conditions', where, who, type, priceMinor, currency, relPolicy, wordsFrom, wordsTo, day].join(' ');
}
