import type { MergeKind } from '../../core/merges/merge-kind.js';
import { mayBeUndone } from '../../core/merges/undo-term.js';
import { displayHost } from '../../core/sites/site-key.js';
import type { MergeRecord, MergeView } from './merges.dto.js';
import type { MergeRow, RecordLabel } from './merges.repository.js';

/** A record as lists of doubles and merges call it; one that is gone (the sub-site of an undone split) has no name. */
export function recordView(
  kind: MergeKind,
  id: string,
  labels: ReadonlyMap<string, RecordLabel>,
): MergeRecord {
  const { label = '', hint = '', createdAt = new Date(0) } = labels.get(id) ?? {};
  return { id, label: kind === 'site' ? displayHost(label) : label, hint, createdAt };
}

/** An act as the API shows it. */
export function viewOf(row: MergeRow, labels: ReadonlyMap<string, RecordLabel>, at: Date): MergeView {
  const { id, act, kind, keptId, otherId, movedRows, doneByName, doneAt, undoUntil, undoneAt } = row;
  return {
    id,
    act,
    kind,
    kept: recordView(kind, keptId, labels),
    other: recordView(kind, otherId, labels),
    movedRows,
    doneByName,
    doneAt,
    undoUntil,
    undoneAt,
    mayBeUndone: mayBeUndone(row, at),
  };
}
