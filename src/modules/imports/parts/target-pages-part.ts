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
    for (const work of works) {
      const { targetPage } = work.record;
      if (!work.isOpen || targetPage === undefined || work.brand === null) continue;
      const page = await this.pages.bring(work.brand, targetPage.url, targetPage.title ?? '');
      if (page === null) {
        work.skip('not_own_site');
        continue;
      }
      work.settle('target_page', page.id, page.isNew && !work.isRepeated ? 'created' : 'unchanged');
      if (!page.isNew || work.isRepeated) continue;
      batch.add('targetPages');
      batch.change(work.rowNo, [{ table: 'target_pages', recordId: page.id, before: null, after: {} }]);
    }
  }
}
