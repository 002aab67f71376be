import { Injectable } from '@nestjs/common';
import { PROSPECT_STATUSES } from '../../core/prospects/prospect.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { AddedProspect, NewProspect, ProspectChange, ProspectDetail } from './prospect.dto.js';
import { ProspectAdding } from './prospect-adding.js';
import { ProspectDetails } from './prospect-details.service.js';
import { ProspectEditing } from './prospect-editing.js';
import { prospectEvent } from './prospect-events.js';
import type { ProspectFilter, ProspectListQuery } from './prospect-list.dto.js';
import { ProspectLists } from './prospect-list.query.js';
import type { ProspectCounts, ProspectList, ProspectsByStatus } from './prospect-row.dto.js';
import { ProspectRows } from './prospect-rows.query.js';

/** Prospects: lists of them, new ones, and changes of what was written down. */
@Injectable()
export class ProspectsService {
  constructor(
    private readonly database: Database,
    private readonly lists: ProspectLists,
    private readonly rows: ProspectRows,
    private readonly adding: ProspectAdding,
    private readonly editing: ProspectEditing,
    private readonly details: ProspectDetails,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, asked: ProspectListQuery): Promise<ProspectList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { ids, ...page } = await this.lists.page(asked);
      return { items: await this.rows.byIds(who, ids, { show: asked.show ?? [] }), ...page };
    });
  }

  counts(who: Principal, filter: ProspectFilter): Promise<ProspectCounts> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const groups = await this.lists.counts(filter, who.memberId);
      const sum = (part: 'all' | 'mine' | 'unowned' | 'doNotContact'): number =>
        groups.reduce((total, group) => total + group[part], 0);
      const byStatus = Object.fromEntries(
        PROSPECT_STATUSES.map((status) => [
          status,
          groups.find((group) => group.status === status)?.all ?? 0,
        ]),
      ) as unknown as ProspectsByStatus;
      return {
        all: sum('all'),
        byStatus,
        mine: sum('mine'),
        unowned: sum('unowned'),
        doNotContact: sum('doNotContact'),
      };
    });
  }

  /** Throws `prospect.exists` with the id of the one the site has; `site.not_found`; `request.invalid` with the field. */
  add(who: Principal, wish: NewProspect): Promise<AddedProspect> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const id = await this.adding.add(wish);
      const detail = await this.details.get(who, id);
      return { ...detail, warnings: this.adding.warningsOf(detail) };
    });
  }

  /** Throws `prospect.not_found`, `prospect.archived`, `prospect.changed_meanwhile`, `prospect.locked`, `request.invalid`. */
  change(who: Principal, id: string, wish: ProspectChange): Promise<ProspectDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.editing.change(who, id, wish);
      return this.details.get(who, id);
    });
  }

  archive(who: Principal, id: string): Promise<ProspectDetail> {
    return this.shelve(who, id, true);
  }

  restore(who: Principal, id: string): Promise<ProspectDetail> {
    return this.shelve(who, id, false);
  }

  private shelve(who: Principal, id: string, away: boolean): Promise<ProspectDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.editing.held(id);
      if (row === null) throw new AppError('prospect.not_found', { id });
      if ((row.archivedAt !== null) !== away) {
        const at = this.clock.now();
        await this.editing.write(row, { archived_at: away ? at : null });
        await this.events.record(prospectEvent(away ? 'prospect.archived' : 'prospect.restored', row));
      }
      return this.details.get(who, id);
    });
  }
}
