import { Injectable } from '@nestjs/common';
import { TouchIntake } from '../../prospects/touch-intake.service.js';
import { type BatchYield, ImportPart, type ImportRun, type RowWork } from '../import-run.js';

/** When somebody of the team was last in contact with a site, as lists of other tools have it. */
@Injectable()
export class TouchesPart extends ImportPart {
  constructor(private readonly touches: TouchIntake) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const facts = works.flatMap(({ isOpen, siteId, contactId, record: { lastContactedOn } }) =>
      isOpen && siteId !== null && lastContactedOn !== undefined
        ? [{ siteId, contactId, at: new Date(`${lastContactedOn}T12:00:00Z`) }]
        : [],
    );
    const { created } = await this.touches.bring(facts, { importId: run.row.id });
    batch.add('touches', created);
  }
}
