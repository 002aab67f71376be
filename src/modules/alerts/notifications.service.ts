import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, type ListQuery, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { alertSentence } from '../../platform/i18n/alert-sentence.js';
import type { NotificationEntity } from './notification.entity.js';
import type {
  NotificationList,
  NotificationView,
  ReadNotifications,
  UnreadView,
} from './notifications.dto.js';
import { NotificationsRepository } from './notifications.repository.js';

const SORT = 'notifications';

/** A member's bell. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsRepository,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, query: ListQuery): Promise<NotificationList> {
    const before =
      query.cursor === undefined ? null : cursorText(readCursor(query.cursor, SORT, 1)[0], UUID_FORM);
    return this.database.inWorkspace(scopeOf(who), async () => {
      const rows = await this.notifications.page(who.memberId, before, query.limit + 1);
      const { shown, nextCursor } = pageOf(rows, query.limit, (last) => writeCursor(SORT, [last.id]));
      const counts = await this.notifications.counts(who.memberId, COUNTED_UP_TO + 1);
      const items = shown.map((row) => viewOf(row, who.locale));
      return { items, nextCursor, ...totalOf(counts.all), unread: counts.unread };
    });
  }

  read(who: Principal, { ids, all }: ReadNotifications): Promise<UnreadView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const wanted = all === true ? null : (ids ?? []);
      await this.notifications.markRead(who.memberId, wanted, this.clock.now());
      const { unread } = await this.notifications.counts(who.memberId, 1);
      return { unread };
    });
  }
}

function viewOf(row: NotificationEntity, locale: Principal['locale']): NotificationView {
  const { id, kind, subjectKind, subjectId, createdAt, readAt } = row;
  return {
    id,
    kind,
    subjectKind,
    subjectId,
    text: alertSentence(locale, `bell.${kind}`, row.params),
    createdAt,
    readAt,
  };
}
