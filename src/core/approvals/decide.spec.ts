import { describe, expect, it } from '@jest/globals';
import { APPROVAL_STATES } from '../campaigns/pitch.js';
import { type ApprovalAct, type ApprovalDecision, decideApproval } from './decide.js';

describe('decideApproval', () => {
  it.each<[string, { act: ApprovalAct; reason: string }, ApprovalDecision]>([
    ['what is asked is accepted', { act: 'accept', reason: '' }, { ok: true, state: 'accepted' }],
    [
      'what is asked is refused with a reason',
      { act: 'refuse', reason: 'Off.' },
      { ok: true, state: 'refused' },
    ],
    [
      'nothing is refused without a word',
      { act: 'refuse', reason: ' \n' },
      { ok: false, code: 'approval.reason_missing' },
    ],
    ['what is asked is withdrawn', { act: 'withdraw', reason: '' }, { ok: true, state: 'withdrawn' }],
  ])('%s', (_, { act, reason }, expected) => {
    expect(decideApproval('asked', act, reason)).toEqual(expected);
  });

  it('leaves whatever is decided or withdrawn as it is', () => {
    for (const state of APPROVAL_STATES.filter((one) => one !== 'asked')) {
      for (const act of ['accept', 'refuse', 'withdraw'] as const)
        expect(decideApproval(state, act, 'because')).toEqual({
          ok: false,
          code: 'approval.decided_already',
        });
    }
  });
});
