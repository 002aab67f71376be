import type { ApprovalState } from '../campaigns/pitch.js';

/** What is done with a question to a client: the client accepts or refuses, the team withdraws. */
export type ApprovalAct = 'accept' | 'refuse' | 'withdraw';

const NEXT: Readonly<Record<ApprovalAct, ApprovalState>> = {
  accept: 'accepted',
  refuse: 'refused',
  withdraw: 'withdrawn',
};

export type ApprovalDecision =
  | { readonly ok: true; readonly state: ApprovalState }
  | { readonly ok: false; readonly code: 'approval.decided_already' | 'approval.reason_missing' };

/** Decides an act on a question: what is decided or withdrawn stays so, and a refusal needs its reason. */
export function decideApproval(state: ApprovalState, act: ApprovalAct, reason: string): ApprovalDecision {
  if (state !== 'asked') return { ok: false, code: 'approval.decided_already' };
  if (act === 'refuse' && reason.trim() === '') return { ok: false, code: 'approval.reason_missing' };
  return { ok: true, state: NEXT[act] };
}
