import { describe, expect, it } from '@jest/globals';
import { APPROVAL_STATES, type ApprovalState } from '../campaigns/pitch.js';
import { type ApprovalAct, type ApprovalDecision, decideApproval } from './decide.js';

describe('decideApproval', () => {
  it.each<[string, ApprovalState, ApprovalAct, string, ApprovalDecision]>([
    ['what is asked is accepted', 'asked', 'accept', '', { ok: true, state: 'accepted' }],
    [
      'what is asked is refused with a reason',
      'asked',
      'refuse',
      'Off topic.',
      { ok: true, state: 'refused' },
    ],
    [
      'nothing is refused without a word',
      'asked',
      'refuse',
      ' \n',
      { ok: false, code: 'approval.reason_missing' },
    ],
    ['what is asked is withdrawn', 'asked', 'withdraw', '', { ok: true, state: 'withdrawn' }],
  ])('%s', (_, state, act, reason, expected) => {
    expect(decideApproval(state, act, reason)).toEqual(expected);
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
