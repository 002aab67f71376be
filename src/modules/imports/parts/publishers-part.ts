import { Injectable } from '@nestjs/common';
import { type PublisherFacts, PublisherIntake } from '../../publishers/publisher-intake.service.js';
import { type BatchYield, ImportPart, type ImportRun, type RowWork } from '../import-run.js';

interface Named {
  readonly work: RowWork;
  readonly name: string;
  readonly role: 'owner' | 'broker';
}

/** Finds or makes the publishers that rows name, and the brokers; notes the site beside each as theirs, or as one they sell. */
@Injectable()
export class PublishersPart extends ImportPart {
  constructor(private readonly publishers: PublisherIntake) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const naming = works.flatMap(namedBy);
    const brought = await this.publishers.bring(naming.map(factsOf), { importId: run.row.id });
    for (const [at, { work, role }] of naming.entries()) {
      const id = brought[at]?.id ?? null;
      if (role === 'owner') work.publisherId = id;
      else work.brokerId = id;
      if (brought[at]?.outcome !== 'created') continue;
      work.touch('created');
      batch.add('publishers');
    }
  }
}

function namedBy(work: RowWork): Named[] {
  if (!work.isOpen) return [];
  const { publisher, broker } = work.record;
  return [
    ...(publisher === undefined ? [] : [{ work, name: publisher.name, role: 'owner' as const }]),
    ...(broker === undefined ? [] : [{ work, name: broker.name, role: 'broker' as const }]),
  ];
}

function factsOf({ work: { siteId }, name, role }: Named): PublisherFacts {
  const siteIds = siteId === null ? [] : [siteId];
  return role === 'owner' ? { name, siteIds } : { name, siteIds, role, kind: 'broker' };
}
