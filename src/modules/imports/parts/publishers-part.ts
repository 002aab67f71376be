import { Injectable } from '@nestjs/common';
import { PublisherIntake } from '../../publishers/publisher-intake.service.js';
import { type BatchYield, ImportPart, type ImportRun, type RowWork } from '../import-run.js';

/** Finds or makes the publishers that rows name, and notes the site beside each as theirs. */
@Injectable()
export class PublishersPart extends ImportPart {
  constructor(private readonly publishers: PublisherIntake) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const naming = works.flatMap((work) =>
      work.isOpen && work.record.publisher !== undefined ? [{ work, name: work.record.publisher.name }] : [],
    );
    const brought = await this.publishers.bring(
      naming.map(({ work, name }) => ({ name, ...(work.siteId === null ? {} : { siteIds: [work.siteId] }) })),
      { importId: run.row.id },
    );
    for (const [at, { work }] of naming.entries()) {
      work.publisherId = brought[at]?.id ?? null;
      if (brought[at]?.outcome !== 'created') continue;
      work.touch('created');
      batch.add('publishers');
    }
  }
}
