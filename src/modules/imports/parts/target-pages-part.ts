import { Injectable } from '@nestjs/common';
import { TargetPagesService } from '../../clients/target-pages.service.js';
import { type BatchYield, ImportPart, type ImportRun, type RowWork } from '../import-run.js';

/** Pages of ours that others link to: they become target pages of their brand, watched from then on. */
@Injectable()
export class TargetPagesPart extends ImportPart {
  constructor(private readonly pages: TargetPagesService) {
    super();
  }

  async take(works: readonly RowWork[], _run: ImportRun, batch: BatchYield): Promise<void> {
    for (const work of works) if (work.isOpen) await this.bring(work, batch);
  }

  private async bring(work: RowWork, batch: BatchYield): Promise<void> {
    const { brand, isRepeated } = work;
    const { targetPage } = work.record;
    if (targetPage === undefined || brand === null) return;
    const page = await this.pages.bring(brand, targetPage.url, targetPage.title ?? '');
    if (page === null) {
      work.skip('not_own_site');
      return;
    }
    const isMade = page.isNew && !isRepeated;
    work.settle('target_page', page.id, isMade ? 'created' : 'unchanged');
    if (!isMade) return;
    batch.add('targetPages');
    batch.change(work.rowNo, [{ table: 'target_pages', recordId: page.id, before: null, after: {} }]);
  }
}
