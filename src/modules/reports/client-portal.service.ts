import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import { LIVE_COUNT_STATES } from '../../core/placements/placement.js';
import { type ReportLogo, shownOf } from '../../core/reports/content.js';
import { Clock } from '../../platform/clock/clock.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { ReportTexts } from '../../platform/i18n/report-texts.js';
import { TeamService } from '../access/team.service.js';
import { ClientApprovals } from '../approvals/client-approvals.service.js';
import type {
  ClientInOverview,
  ClientOverview,
  ClientPlacementList,
  ClientPlacementsQuery,
  PortalShown,
} from './client-portal.dto.js';
import { ClientReports } from './client-reports.service.js';
import { ReportBuilding } from './report-building.js';
import { linkView } from './report-document.js';
import { ReportFactsQuery } from './report-facts.query.js';
import { ReportsRepository } from './reports.repository.js';

const SORT = 'client_placements';

const STATES: Readonly<Record<PortalShown, readonly string[]>> = {
  live: LIVE_COUNT_STATES,
  awaited: ['awaited'],
  lost: ['removed', 'site_gone'],
};

/** What somebody of a client sees of their links. Every look compares the client itself, besides row-level security. */
@Injectable()
export class ClientPortal {
  constructor(
    private readonly database: Database,
    private readonly facts: ReportFactsQuery,
    private readonly building: ReportBuilding,
    private readonly clients: ReportsRepository,
    private readonly approvals: ClientApprovals,
    private readonly reports: ClientReports,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  overview(who: Principal): Promise<ClientOverview> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { name: team, timeZone } = await this.team.workspace();
      const month = `${localDay(this.clock.now().getTime(), timeZone).slice(0, 7)}-01`;
      const clients: ClientInOverview[] = [];
      for (const id of who.clientIds ?? []) clients.push(await this.client(id, month, who.locale));
      const [newestReport = null] = (await this.reports.page(who, { limit: 1 })).items;
      clients.sort((one, other) => one.name.localeCompare(other.name));
      return { team, clients, openApprovals: await this.approvals.openCount(who), newestReport };
    });
  }

  placements(who: Principal, asked: ClientPlacementsQuery): Promise<ClientPlacementList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { timeZone } = await this.team.workspace();
      const zone = { now: this.clock.now(), timeZone };
      const all = conditionsOf(who, asked);
      const total = await this.facts.count(all, COUNTED_UP_TO + 1);
      const rows = await this.facts.page(after(all.copy(), asked.cursor), asked.limit + 1, zone);
      const { shown, nextCursor } = pageOf(rows, asked.limit, ({ id }) => writeCursor(SORT, [id]));
      const texts = new ReportTexts(who.locale, timeZone);
      const items = shown.map(({ id, clientName, facts }) => ({
        id,
        clientName,
        ...linkView(shownOf(facts), texts),
      }));
      return { items, nextCursor, ...totalOf(total) };
    });
  }

  /** The logo a client has now. Throws `report.no_logo`, for a client that is not theirs too. */
  logo(who: Principal, clientId: string): Promise<{ readonly logo: ReportLogo | null }> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const isTheirs = who.clientIds?.includes(clientId) ?? false;
      const client = isTheirs ? await this.clients.client(clientId) : null;
      if (client === null) throw new AppError('report.no_logo');
      return { logo: client.logo };
    });
  }

  private async client(id: string, month: string, locale: Principal['locale']): Promise<ClientInOverview> {
    const draft = { clientId: id, month, locale, comment: '', replacesSentAt: null, checksAskedAt: null };
    const { content } = await this.building.build(draft);
    const { totals } = content;
    const present = content.links.filter(({ section }) => section === 'delivered' || section === 'kept');
    return {
      id,
      name: content.client,
      hasLogo: content.logo !== null,
      links: present.length,
      unknown: totals.unknown,
      awaited: totals.awaited,
      deliveredThisMonth: totals.delivered,
      agreedThisMonth: totals.agreed,
      lostThisMonth: totals.lost,
    };
  }
}

function conditionsOf(who: Principal, { show = 'live', clientId }: ClientPlacementsQuery): Conditions {
  const all = new Conditions().add('p.client_id = any ($::uuid[])', who.clientIds ?? []);
  all.add('p.archived_at is null').add('not p.is_baseline_removed').add('p.state = any ($)', STATES[show]);
  return clientId === undefined ? all : all.add('p.client_id = $', clientId);
}

function after(all: Conditions, cursor: string | undefined): Conditions {
  return cursor === undefined
    ? all
    : all.add('p.id < $::uuid', cursorText(readCursor(cursor, SORT, 1)[0], UUID_FORM));
}
