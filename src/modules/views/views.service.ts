import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { NewSavedView, SavedViewChange, SavedViewList, SavedViewView, ViewList } from './views.dto.js';
import { type SavedViewRow, SavedViewsRepository } from './views.repository.js';

/** Views one member keeps at most: a list that is read whole. */
const MOST = 200;

/** Lists as people want to see them again, their own and shared ones. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViewsRepository,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, list?: ViewList): Promise<SavedViewList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const rows = await this.views.seenBy(who.memberId, list ?? null);
      return { items: rows.map((row) => viewOf(row, who)) };
    });
  }

  /** Throws `view.too_many`. */
  add(who: Principal, wish: NewSavedView): Promise<SavedViewView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      if ((await this.views.countOf(who.memberId)) >= MOST)
        throw new AppError('view.too_many', { most: MOST });
      const at = this.clock.now();
      const row: SavedViewRow = {
        id: newId(),
        list: wish.list,
        name: wish.name.trim(),
        query: wish.query,
        isShared: wish.isShared ?? false,
        memberId: who.memberId,
        updatedAt: at,
      };
      await this.views.insert(row, at);
      return viewOf(row, who);
    });
  }

  /** Throws `view.not_found`, or `access.forbidden` for what somebody else shares. */
  change(who: Principal, id: string, wish: SavedViewChange): Promise<SavedViewView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const before = await this.changeable(who, id);
      const row = {
        ...before,
        name: wish.name?.trim() ?? before.name,
        query: wish.query ?? before.query,
        isShared: wish.isShared ?? before.isShared,
        updatedAt: this.clock.now(),
      };
      await this.views.update(row);
      return viewOf(row, who);
    });
  }

  /** Throws like `change`. */
  remove(who: Principal, id: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.changeable(who, id);
      await this.views.remove(id);
    });
  }

  private async changeable(who: Principal, id: string): Promise<SavedViewRow> {
    const row = await this.views.lock(id);
    const isMine = row?.memberId === who.memberId;
    if (row === null || !(isMine || row.isShared)) throw new AppError('view.not_found', { id });
    if (!isMine && !may(who.role, 'manage', who.tokenScope)) throw new AppError('access.forbidden');
    return row;
  }
}

function viewOf(row: SavedViewRow, who: Principal): SavedViewView {
  return { ...row, isMine: row.memberId === who.memberId };
}
