import { Injectable } from '@nestjs/common';
import { type MailFigures, notKnown, periodOf, sharesOf, sumOf } from '../../core/sending/deliverability.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { TeamService } from '../access/team.service.js';
import type { DeliverabilityFigures, DeliverabilityQuery, DeliverabilityView } from './deliverability.dto.js';
import { DeliverabilityQueries } from './deliverability.query.js';

/** How mails fare: what came back to what was sent, with what is not known. */
@Injectable()
export class DeliverabilityService {
  constructor(
    private readonly database: Database,
    private readonly queries: DeliverabilityQueries,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  view(scope: WorkspaceScope, asked: DeliverabilityQuery): Promise<DeliverabilityView> {
    return this.database.inWorkspace(scope, async () => {
      const now = this.clock.now();
      const { timeZone } = await this.team.workspace();
      const period = periodOf(asked, now.getTime(), timeZone);
      if (period === null) throw new AppError('request.invalid');
      const counted = { period, clientId: asked.clientId };
      const lines = await this.queries.figures(counted, asked.groupBy ?? 'mailbox');
      return {
        from: period.from,
        to: period.to,
        items: lines.map(({ id, name, ...figures }) => ({ id, name, ...told(figures) })),
        all: told(sumOf(lines)),
        notKnown: [...notKnown(await this.queries.unknown(counted, now))],
      };
    });
  }
}

function told(figures: MailFigures): DeliverabilityFigures {
  return { ...figures, n: figures.sent, shares: sharesOf(figures) };
}
