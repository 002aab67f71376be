import { Injectable } from '@nestjs/common';
import { SiteMetricsService } from '../../sites/site-metrics.service.js';
import { type BatchYield, ImportPart, type ImportRun, type RowWork } from '../import-run.js';

/** Numbers that a tool measured for the sites of the file, under that tool's name and the day the file tells of (D30). */
@Injectable()
export class MetricsPart extends ImportPart {
  constructor(private readonly metrics: SiteMetricsService) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const measuredOn = run.observedAt.toISOString().slice(0, 10);
    const facts = works.flatMap((work) => {
      const { siteId } = work;
      if (!work.isOpen || siteId === null) return [];
      return (work.record.site?.metrics ?? []).map((metric) => ({
        work,
        fact: { ...metric, siteId, measuredOn },
      }));
    });
    if (facts.length === 0) return;
    const recorded = await this.metrics.record(facts.map(({ fact }) => ({ ...fact, importId: run.row.id })));
    batch.add('metrics', recorded.created + recorded.changed);
  }
}
