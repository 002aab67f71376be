import { Injectable } from '@nestjs/common';
import { type MetricFact, SiteMetricsService } from '../../sites/site-metrics.service.js';
import { type BatchYield, ImportPart, type ImportRun, type RowWork } from '../import-run.js';

/** Numbers that a tool measured for the sites of the file, under that tool's name and the day the file tells of (D30). */
@Injectable()
export class MetricsPart extends ImportPart {
  constructor(private readonly metrics: SiteMetricsService) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const measuredOn = run.observedAt.toISOString().slice(0, 10);
    const facts = new Map<string, MetricFact>();
    for (const { isOpen, siteId, record } of works) {
      if (!isOpen || siteId === null) continue;
      // Of several rows about one site the last one counts.
      for (const metric of record.site?.metrics ?? [])
        facts.set(`${siteId} ${metric.source} ${metric.metric}`, {
          ...metric,
          siteId,
          measuredOn,
          importId: run.row.id,
        });
    }
    if (facts.size === 0) return;
    const recorded = await this.metrics.record([...facts.values()]);
    batch.add('metrics', recorded.created + recorded.changed);
  }
}
