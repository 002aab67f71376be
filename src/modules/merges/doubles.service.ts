import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import type { DoublesQuery as Asked, DoubleList, NotDoubles } from './doubles.dto.js';
import { type AfterPair, DoublesQuery } from './doubles.query.js';
import { recordView } from './merge-views.js';
import { MergesRepository } from './merges.repository.js';
import { MergesService } from './merges.service.js';

const SORT = 'doubles';

/** Finds records that look like one, and remembers which a person said are two. */
@Injectable()
export class DoublesService {
  constructor(
    private readonly acts: MergesService,
    private readonly doubles: DoublesQuery,
    private readonly merges: MergesRepository,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, { kind, cursor, limit }: Asked): Promise<DoubleList> {
    const after = cursor === undefined ? null : placeOf(cursor);
    return this.acts.whole(scope, kind, async () => {
      const { pairs, total } = await this.doubles.page(kind, after, {
        limit: limit + 1,
        upTo: COUNTED_UP_TO + 1,
      });
      const { shown, nextCursor } = pageOf(pairs, limit, (last) =>
        writeCursor(SORT, [last.key, last.firstId, last.secondId]),
      );
      const ids = shown.flatMap((pair) => [pair.firstId, pair.secondId]);
      const labels = await this.merges.labels(kind, ids);
      const items = shown.map(({ firstId, secondId, reason }) => ({
        kind,
        reason,
        first: recordView(kind, firstId, labels),
        second: recordView(kind, secondId, labels),
      }));
      return { items, nextCursor, ...totalOf(total) };
    });
  }

  /** Says that two records are two: they are not proposed again. Throws `merge.not_possible` for one that is not there. */
  dismiss(scope: WorkspaceScope, { kind, firstId, secondId }: NotDoubles): Promise<void> {
    return this.acts.whole(scope, kind, async () => {
      const known = await this.merges.labels(kind, [firstId, secondId]);
      if (known.size !== 2) throw new AppError('merge.not_possible');
      await this.doubles.separate({ kind, ids: [firstId, secondId] }, scope.userId ?? null, this.clock.now());
    });
  }
}

function placeOf(cursor: string): AfterPair {
  const [key, firstId, secondId] = readCursor(cursor, SORT, 3);
  return {
    key: cursorText(key, /^[\s\S]*$/),
    firstId: cursorText(firstId, UUID_FORM),
    secondId: cursorText(secondId, UUID_FORM),
  };
}
