import { Injectable } from '@nestjs/common';
import { FIT_MARKS, FIT_QUESTIONS, type FitAnswers } from '../../core/prospects/fit.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { ConflictService } from './conflict.service.js';
import type { FitLine, ProspectDetail } from './prospect.dto.js';
import { ProspectRows, WHOLE_NOTES } from './prospect-rows.query.js';
import { ProspectsRepository } from './prospects.repository.js';
import { TouchesRepository } from './touches.repository.js';

interface More {
  readonly fit: FitAnswers;
  readonly importId: string | null;
  readonly createdByName: string | null;
}

/** A prospect with all that is known. */
@Injectable()
export class ProspectDetails {
  constructor(
    private readonly database: Database,
    private readonly prospects: ProspectsRepository,
    private readonly rows: ProspectRows,
    private readonly touches: TouchesRepository,
    private readonly conflicts: ConflictService,
  ) {}

  /** Throws `prospect.not_found`. */
  get(who: Principal, id: string): Promise<ProspectDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const [row] = await this.rows.byIds(who, [id], {
        show: await this.metricNames(id),
        notes: WHOLE_NOTES,
      });
      if (row === undefined) throw new AppError('prospect.not_found', { id });
      const { fit, ...more } = await this.more(id);
      return {
        ...row,
        ...more,
        fit: linesOf(fit),
        touchCount: await this.touches.count(row.siteId),
        conflict: await this.conflicts.of(who, row.siteId, {}),
      };
    });
  }

  /** The prospect of a site. Throws `prospect.not_found`. */
  bySite(who: Principal, siteId: string): Promise<ProspectDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const id = await this.prospects.ofSite(siteId);
      if (id === null) throw new AppError('prospect.not_found', { id: siteId });
      return this.get(who, id);
    });
  }

  private async more(id: string): Promise<More> {
    const rows = await this.query<More>(
      `select p.fit, p.import_id as "importId",
         (select m.name from members m where m.user_id = p.created_by limit 1) as "createdByName"
       from prospects p where p.id = $1`,
      [id],
    );
    return rows[0] ?? { fit: {}, importId: null, createdByName: null };
  }

  /** All metrics that are known of its site. */
  private async metricNames(id: string): Promise<string[]> {
    const rows = await this.query<{ name: string }>(
      `select v.source || '.' || v.metric as name from prospects p join site_latest_metrics v on v.site_id = p.site_id
       where p.id = $1 order by 1`,
      [id],
    );
    return rows.map((row) => row.name);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function linesOf(fit: FitAnswers): FitLine[] {
  return [
    ...FIT_QUESTIONS.map((name) => ({
      name,
      kind: 'question' as const,
      answer: fit[name] ?? ('unknown' as const),
    })),
    ...FIT_MARKS.map((name) => ({ name, kind: 'mark' as const, answer: fit[name] ?? ('unknown' as const) })),
  ];
}
