import { Injectable } from '@nestjs/common';
import { parseToken } from '../../core/access/token-format.js';
import type { ReportContent } from '../../core/reports/content.js';
import { Clock } from '../../platform/clock/clock.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { ReportBuilding } from './report-building.js';
import { documentOf } from './report-document.js';
import { type OpenedLink, ReportLinksRepository } from './report-links.repository.js';
import type { SharedReport } from './reports.dto.js';

/** Reports as those read them who have a link, signed in or not. The token says which workspace is asked; nothing else of it is seen. */
@Injectable()
export class SharedReports {
  constructor(
    private readonly database: Database,
    private readonly links: ReportLinksRepository,
    private readonly building: ReportBuilding,
    private readonly clock: Clock,
  ) {}

  /** Opens a report and counts it. Throws `report.link_not_found` for a link that is unknown, withdrawn or too old. */
  open(token: string): Promise<SharedReport> {
    return this.withLink(token, async ({ linkId, reportId }) => {
      const document = documentOf(await this.building.sent(reportId));
      const expiresAt = await this.links.opened(linkId, this.clock.now());
      if (expiresAt === null) throw new AppError('report.link_not_found');
      return { document, expiresAt };
    });
  }

  /** What the report of a link says, for its files. Throws `report.link_not_found`. */
  content(token: string): Promise<ReportContent> {
    return this.withLink(token, ({ reportId }) => this.building.sent(reportId));
  }

  private async withLink<Answer>(
    token: string,
    work: (link: OpenedLink) => Promise<Answer>,
  ): Promise<Answer> {
    const parsed = parseToken('report', token);
    if (parsed === null) throw new AppError('report.link_not_found');
    const { workspaceId } = parsed;
    const hash = sha256(parsed.secret);
    const link = await this.database.inInstallation(() =>
      this.links.byToken(workspaceId, hash, this.clock.now()),
    );
    if (link === null) throw new AppError('report.link_not_found');
    return this.database.inWorkspace({ workspaceId, clientIds: [link.clientId] }, () => work(link));
  }
}
