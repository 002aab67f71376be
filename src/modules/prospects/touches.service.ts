import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import type { Subject } from '../../core/events/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { NewEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { type ListQuery, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { ProspectsRepository } from './prospects.repository.js';
import { shownTouch } from './shown-touch.js';
import { TouchPlaces } from './touch-places.js';
import type { NewTouch, TouchList, TouchView } from './touches.dto.js';
import { type FreshTouch, TouchesRepository, type TouchRow } from './touches.repository.js';

/** A minute of grace for clocks that run ahead of ours. */
const AHEAD_MS = 60_000;

/** Who of the team was in touch with a site: written down by hand. */
@Injectable()
export class TouchesService {
  constructor(
    private readonly database: Database,
    private readonly touches: TouchesRepository,
    private readonly prospects: ProspectsRepository,
    private readonly places: TouchPlaces,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `site.not_found`. */
  list(who: Principal, siteId: string, asked: ListQuery): Promise<TouchList> {
    const after = placeOf(asked.cursor);
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.existing(siteId);
      const rows = await this.touches.page(siteId, after, asked.limit);
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
        writeCursor('touches', [last.sortKey, last.id]),
      );
      const items = shown.map((touch) => shownTouch(touch, who));
      return { items, nextCursor, ...totalOf(await this.touches.count(siteId)) };
    });
  }

  /** Throws `site.not_found`, `client.not_found`, `contact.not_found`, or `request.invalid` for a moment to come. */
  record(who: Principal, siteId: string, wish: NewTouch): Promise<TouchView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.existing(siteId);
      const at = this.moment(wish.at);
      const place = await this.places.of(scopeOf(who), wish);
      const fresh: FreshTouch = {
        siteId,
        at,
        kind: wish.kind,
        direction: wish.direction ?? 'out',
        result: wish.result ?? 'unknown',
        ...place,
        memberId: who.memberId,
        note: wish.note ?? '',
      };
      const [id] = await this.touches.insert([fresh], { importId: null, at: this.clock.now() });
      const row = await this.get(id ?? '');
      await this.events.record(await this.event('touch.recorded', row));
      return shownTouch(row, who);
    });
  }

  /** Throws `touch.not_found`, or `access.forbidden` for a colleague's, except to managers. */
  remove(who: Principal, id: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.get(id);
      if (shownTouch(row, who).isHidden) throw new AppError('touch.not_found', { id });
      const isTheirs = row.memberId === who.memberId || may(who.role, 'manage', who.tokenScope);
      if (!isTheirs) throw new AppError('access.forbidden');
      await this.touches.archive(id, this.clock.now());
      await this.events.record(await this.event('touch.removed', row));
    });
  }

  private moment(said: string | undefined): Date {
    const now = this.clock.now();
    const at = said === undefined ? now : new Date(said);
    if (at.getTime() > now.getTime() + AHEAD_MS || at.getUTCFullYear() < 1990) {
      throw new RequestInvalid([{ field: 'at', code: 'max', message: 'at must not be to come', params: {} }]);
    }
    return at;
  }

  private async existing(siteId: string): Promise<void> {
    if ((await this.prospects.site(siteId)) === null) throw new AppError('site.not_found', { id: siteId });
  }

  private async get(id: string): Promise<TouchRow> {
    const row = await this.touches.one(id);
    if (row === null) throw new AppError('touch.not_found', { id });
    return row;
  }

  private async event(kind: 'touch.recorded' | 'touch.removed', row: TouchRow): Promise<NewEvent> {
    const prospectId = await this.prospects.ofSite(row.siteId);
    const named: readonly (readonly [Subject['kind'], string | null])[] = [
      ['site', row.siteId],
      ['prospect', prospectId],
      ['contact', row.contactId],
      ['client', row.clientId],
      ['brand', row.brandId],
    ];
    const subjects = named.flatMap(([of, id]) => (id === null ? [] : [{ kind: of, id }]));
    const { kind: touch, direction, result } = row;
    return { kind, clientId: row.clientId, subjects, params: { touch, direction, result } };
  }
}

function placeOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [at, id] = readCursor(cursor, 'touches', 2);
  return [cursorTime(at), cursorText(id, UUID_FORM)];
}
