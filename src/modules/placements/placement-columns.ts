import type { PlacementState } from '../../core/placements/placement.js';
import { CLOSED_STATES } from '../../core/placements/placement.js';
import { freshMemory } from '../../core/verifier/placement-memory.js';
import type { PlacementEntity } from './placement.entity.js';
import type { PlacementColumns } from './placements.repository.js';
import { memoryColumns } from './stored-memory.js';

type ClosedState = (typeof CLOSED_STATES)[number];

/** Whether a placement in this state is no longer checked. */
export function isClosed(state: PlacementState): boolean {
  return CLOSED_STATES.some((closed) => closed === state);
}

/** The columns of a placement that is closed: it is no longer checked, and nothing is suspected any more. */
export function closedColumns(state: ClosedState, at: Date, reason: string | null): PlacementColumns {
  return {
    state,
    stateSince: at,
    rechecking: false,
    takesBaseline: false,
    nextCheckAt: null,
    nextCheckReason: null,
    closeReason: reason,
  };
}

/** The columns that begin a placement's life anew: awaited, nothing seen, checked at once where its page is known. */
export function awaitedColumns(at: Date, isPageKnown: boolean): PlacementColumns {
  return {
    ...memoryColumns(freshMemory(at.getTime(), 'added')),
    ...checkedAtOnce(at, isPageKnown),
    closeReason: null,
    replacedById: null,
    lastCheckId: null,
    findingCodes: [],
    unmetTerms: 0,
    brokenRules: 0,
    pageStatus: null,
    seenRel: null,
    seenAnchor: null,
    mainTextHash: null,
    evidenceHash: null,
    pageLanguage: null,
    pageTitle: null,
    pageChangedAt: null,
    seenByHandUntil: null,
  };
}

/** The columns of the next check where terms or addresses have changed: as soon as possible. */
export function checkedAtOnce(at: Date, isPageKnown: boolean): PlacementColumns {
  return { nextCheckAt: isPageKnown ? at : null, nextCheckReason: isPageKnown ? 'first' : null };
}

/** The columns of an archived placement: it is no longer checked. */
export function archivedColumns(at: Date): PlacementColumns {
  return { archivedAt: at, nextCheckAt: null, nextCheckReason: null };
}

/** The columns of a placement that comes back from the archive: checked at once, unless it is closed or its page is not known. */
export function restoredColumns(
  row: Pick<PlacementEntity, 'state' | 'sourceUrl'>,
  at: Date,
): PlacementColumns {
  return { archivedAt: null, ...checkedAtOnce(at, row.sourceUrl !== null && !isClosed(row.state)) };
}

/** The columns every change moves: the revision that edits and checks compare, and when it happened. */
export function touched(row: Pick<PlacementEntity, 'revision'>, at: Date): PlacementColumns {
  return { revision: row.revision + 1, updatedAt: at };
}
