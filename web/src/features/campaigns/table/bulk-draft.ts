import type { BulkDialog } from './bulk-dialog.js';

/** What a person has filled in for an act on many pitches. */
export interface BulkDraft extends Record<string, unknown> {
  /** A member's id, or `none`. */
  readonly assignee: string | null;
  readonly to: string | null;
  readonly until: string;
  readonly reason: string | null;
  readonly note: string;
  readonly step: string;
  readonly on: string;
}

/** The parameters of an act as the API takes them. A day that was left empty is not changed, one for pausing is open. */
export function paramsOf(action: BulkDialog, draft: BulkDraft): object {
  switch (action) {
    case 'assign':
      return { assigneeMemberId: draft.assignee === 'none' ? null : draft.assignee };
    case 'move':
      return { to: draft.to };
    case 'pause':
      return { until: draft.until === '' ? null : draft.until };
    case 'lose':
      return { reason: draft.reason, note: draft.note.trim() };
    case 'next_step':
      return {
        ...(draft.step.trim() === '' ? {} : { nextStep: draft.step.trim() }),
        ...(draft.on === '' ? {} : { nextStepOn: draft.on }),
      };
  }
}
