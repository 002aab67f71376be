import { Injectable } from '@nestjs/common';
import type { EventKind, SubjectKind } from '../../core/events/kinds.js';
import { MERGE_FIELDS, type MergeKind } from '../../core/merges/merge-kind.js';
import { compareRecords } from '../../core/merges/merged-values.js';
import { REFERENCES, type Reference } from '../../core/merges/references.js';
import { mayBeUndone, undoUntil } from '../../core/merges/undo-term.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { COUNTED_UP_TO, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { recordView, viewOf } from './merge-views.js';
import type {
  MergeList,
  MergePairQuery,
  MergePreview,
  MergesQuery,
  MergeView,
  NewMerge,
} from './merges.dto.js';
import { type MergeRow, MergesRepository, type NewMergeRow } from './merges.repository.js';
import { RecordMerging } from './record-merging.js';
import { RowMoverRepository } from './row-mover.repository.js';
import { RowRestorerRepository } from './row-restorer.repository.js';

const SORT = 'merges';

/** Merging of doubles: looked at side by side, done, undone. Splits of sites are undone here too. */
@Injectable()
export class MergesService {
  constructor(
    private readonly database: Database,
    private readonly merges: MergesRepository,
    private readonly merging: RecordMerging,
    private readonly mover: RowMoverRepository,
    private readonly restorer: RowRestorerRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The two records side by side, and what would move. Throws `merge.not_possible`. */
  preview(scope: WorkspaceScope, { kind, keptId, otherId }: MergePairQuery): Promise<MergePreview> {
    return this.whole(scope, kind, async () => {
      const { kept, other } = await this.merging.compared(kind, keptId, otherId);
      const labels = await this.merges.labels(kind, [keptId, otherId]);
      const moves = [];
      for (const reference of REFERENCES[kind].filter(isNews)) {
        const count = await this.mover.count(reference, otherId);
        if (count > 0) moves.push({ word: reference.word, count });
      }
      const texts = (value: unknown): string | null => (typeof value === 'string' ? value : null);
      return {
        kind,
        kept: recordView(kind, keptId, labels),
        other: recordView(kind, otherId, labels),
        fields: compareRecords(kind, kept, other).map((field) => ({
          ...field,
          kept: texts(field.kept),
          other: texts(field.other),
          mayBeBoth: MERGE_FIELDS[kind].some(
            (known) => known.field === field.field && known.mayBeBoth === true,
          ),
        })),
        moves,
      };
    });
  }

  /** Merges; what it moves is written down row by row. Throws `merge.not_possible`, `merge.choice_unknown`. */
  merge(scope: WorkspaceScope, { kind, keptId, otherId, choices = {} }: NewMerge): Promise<MergeView> {
    return this.whole(scope, kind, async () => {
      const actId = await this.begin(scope, { act: 'merge', kind, keptId, otherId, choices });
      await this.merging.merge({ actId, kind, keptId, otherId, choices });
      return this.finish(actId, 'records.merged');
    });
  }

  /** Puts everything back. Throws `merge.not_found`, `merge.undone_already`, `merge.too_late`, `merge.later_first`. */
  undo(scope: WorkspaceScope, id: string): Promise<MergeView> {
    return this.database.inWorkspace(scope, async () => {
      const row = await this.merges.lock(id);
      if (row === null) throw new AppError('merge.not_found', { id });
      refuseLimited(scope, row.kind);
      if (row.undoneAt !== null) throw new AppError('merge.undone_already');
      if (!mayBeUndone(row, this.clock.now())) throw new AppError('merge.too_late');
      const later = await this.merges.laterAct(row);
      if (later !== null) throw new AppError('merge.later_first', { id: later });
      await this.restorer.putBack(id);
      if (row.act === 'split') await this.merging.emptySubSite(row);
      await this.restorer.takeAway(id);
      await this.merges.markUndone(id, scope.userId ?? null, this.clock.now());
      await this.tell(row, 'records.unmerged');
      return this.view(id);
    });
  }

  list(scope: WorkspaceScope, query: MergesQuery): Promise<MergeList> {
    const before =
      query.cursor === undefined ? null : cursorText(readCursor(query.cursor, SORT, 1)[0], UUID_FORM);
    const recordId = query.recordId ?? null;
    return this.database.inWorkspace(scope, async () => {
      const rows = await this.merges.page({ recordId, before, limit: query.limit + 1 });
      const { shown, nextCursor } = pageOf(rows, query.limit, (last) => writeCursor(SORT, [last.id]));
      const items = await this.views(shown);
      return { items, nextCursor, ...totalOf(await this.merges.count(recordId, COUNTED_UP_TO + 1)) };
    });
  }

  /** Opens the journal of an act, within the open transaction; answers its id. */
  async begin(
    scope: WorkspaceScope,
    act: Pick<NewMergeRow, 'act' | 'kind' | 'keptId' | 'otherId' | 'choices'>,
  ): Promise<string> {
    const doneAt = this.clock.now();
    const id = newId(doneAt);
    await this.merges.insert({
      id,
      ...act,
      doneBy: scope.userId ?? null,
      doneAt,
      undoUntil: undoUntil(doneAt),
    });
    return id;
  }

  /** Closes the journal and tells: listeners make anew in this transaction what is counted from the moved rows. */
  async finish(actId: string, kind: EventKind): Promise<MergeView> {
    await this.merges.countMoved(actId);
    const row = await this.merges.find(actId);
    if (row !== null) await this.tell(row, kind);
    return this.view(actId);
  }

  /** Work on sites as a whole: a member limited to clients does not see all that stands there, and is refused. */
  whole<Answer>(scope: WorkspaceScope, kind: MergeKind, work: () => Promise<Answer>): Promise<Answer> {
    return this.database.inWorkspace(scope, () => {
      refuseLimited(scope, kind);
      return work();
    });
  }

  private async tell(row: MergeRow, kind: EventKind): Promise<void> {
    const { id, act, keptId, otherId } = row;
    const subject = (of: string) => ({ kind: row.kind satisfies SubjectKind, id: of });
    await this.events.record({
      kind,
      clientId: null,
      subjects: [subject(keptId), subject(otherId)],
      params: { mergeId: id, act, kind: row.kind, keptId, otherId },
    });
  }

  private async view(id: string): Promise<MergeView> {
    const row = await this.merges.find(id);
    if (row === null) throw new AppError('merge.not_found', { id });
    const [view] = await this.views([row]);
    return view as MergeView;
  }

  private async views(rows: readonly MergeRow[]): Promise<MergeView[]> {
    const labels = new Map();
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const ids = rows.filter((row) => row.kind === kind).flatMap((row) => [row.keptId, row.otherId]);
      for (const [id, label] of await this.merges.labels(kind, ids)) labels.set(id, label);
    }
    return rows.map((row) => viewOf(row, labels, this.clock.now()));
  }
}

function refuseLimited({ clientIds = null }: WorkspaceScope, kind: MergeKind): void {
  if (kind === 'site' && clientIds !== null) throw new AppError('access.forbidden');
}

function isNews(reference: Reference): reference is Reference & { word: string } {
  return reference.word !== undefined;
}
