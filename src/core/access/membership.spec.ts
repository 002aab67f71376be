import { describe, expect, it } from '@jest/globals';
import {
  changeFault,
  invitationFault,
  isLoss,
  leavingFault,
  type Membership,
  type MembershipFault,
  mayManage,
} from './membership.js';
import { ROLES, type Role } from './roles.js';

const A = 'client-a';
const B = 'client-b';

function aMember(given: Partial<Membership> = {}): Membership {
  return { id: 'anna', role: 'member', hasLeft: false, clientIds: null, ...given };
}

describe('mayManage', () => {
  it.each<[Role, readonly Role[]]>([
    ['owner', ROLES],
    ['manager', ['client', 'viewer', 'member']],
    ['member', []],
    ['viewer', []],
  ])('a %s manages %j', (actor, expected) => {
    expect(ROLES.filter((target) => mayManage(actor, target))).toEqual(expected);
  });
});

describe('invitationFault', () => {
  it.each<[string, Parameters<typeof invitationFault>, MembershipFault | null]>([
    ['a manager invites a member', ['manager', 'member', null], null],
    ['a manager invites a limited viewer', ['manager', 'viewer', [A]], null],
    ['a manager cannot invite a manager', ['manager', 'manager', null], 'access.forbidden'],
    ['an owner invites an owner', ['owner', 'owner', null], null],
    ['nobody invites a limited manager', ['owner', 'manager', [A]], 'member.role_not_limitable'],
    ['a manager invites somebody of a client', ['manager', 'client', [A]], null],
    ['nobody of a client sees all clients', ['owner', 'client', null], 'member.clients_needed'],
    ['nobody of a client sees no client', ['owner', 'client', []], 'member.clients_needed'],
    ['somebody of a client invites nobody', ['client', 'client', [A]], 'access.forbidden'],
    ['a member invites nobody', ['member', 'viewer', null], 'access.forbidden'],
  ])('%s', (_, given, expected) => {
    expect(invitationFault(...given)).toBe(expected);
  });
});

describe('changeFault', () => {
  const change = (given: Partial<Parameters<typeof changeFault>[1]>) => ({
    target: aMember(),
    role: 'member' as Role,
    clientIds: null,
    owners: 1,
    ...given,
  });
  it.each<[string, Role, ReturnType<typeof change>, MembershipFault | null]>([
    ['a manager makes a member a viewer', 'manager', change({ role: 'viewer' }), null],
    ['a manager raises nobody to manager', 'manager', change({ role: 'manager' }), 'access.forbidden'],
    [
      'a manager does not touch a manager',
      'manager',
      change({ target: aMember({ role: 'manager' }) }),
      'access.forbidden',
    ],
    [
      'a manager does not touch an owner',
      'manager',
      change({ target: aMember({ role: 'owner' }), owners: 2 }),
      'access.forbidden',
    ],
    ['an owner makes an owner', 'owner', change({ role: 'owner' }), null],
    [
      'the last owner stays owner',
      'owner',
      change({ target: aMember({ role: 'owner' }), role: 'manager' }),
      'member.last_owner',
    ],
    [
      'one of two owners may step down',
      'owner',
      change({ target: aMember({ role: 'owner' }), role: 'manager', owners: 2 }),
      null,
    ],
    [
      'who has left is changed no more',
      'owner',
      change({ target: aMember({ hasLeft: true }) }),
      'member.already_left',
    ],
    [
      'a manager is not limited to clients',
      'owner',
      change({ role: 'manager', clientIds: [A] }),
      'member.role_not_limitable',
    ],
    ['a member is limited to clients', 'manager', change({ clientIds: [A] }), null],
    ['a member becomes somebody of a client', 'manager', change({ role: 'client', clientIds: [A] }), null],
    ['nobody becomes somebody of no client', 'owner', change({ role: 'client' }), 'member.clients_needed'],
  ])('%s', (_, actor, given, expected) => {
    expect(changeFault(actor, given)).toBe(expected);
  });
});

describe('leavingFault', () => {
  const ben = aMember({ id: 'ben' });
  it.each<[string, Parameters<typeof leavingFault>, MembershipFault | null]>([
    ['a manager sends a member away with nothing to hand over', ['manager', aMember(), null, 1], null],
    ['work goes to another member', ['manager', aMember(), ben, 1], null],
    ['nobody hands over to themselves', ['owner', aMember(), aMember(), 1], 'member.hand_over_invalid'],
    [
      'nobody hands over to a viewer',
      ['owner', aMember(), aMember({ id: 'ben', role: 'viewer' }), 1],
      'member.hand_over_invalid',
    ],
    [
      'nobody hands over to somebody of a client',
      ['owner', aMember({ clientIds: [A] }), aMember({ id: 'ben', role: 'client', clientIds: [A] }), 1],
      'member.hand_over_invalid',
    ],
    [
      'nobody hands over to one who left',
      ['owner', aMember(), aMember({ id: 'ben', hasLeft: true }), 1],
      'member.hand_over_invalid',
    ],
    [
      'a limited receiver cannot take what they would not see',
      ['owner', aMember(), aMember({ id: 'ben', clientIds: [A] }), 1],
      'member.hand_over_invalid',
    ],
    [
      'a limited receiver takes from one limited to the same clients',
      ['owner', aMember({ clientIds: [A] }), aMember({ id: 'ben', clientIds: [A, B] }), 1],
      null,
    ],
    ['the last owner does not leave', ['owner', aMember({ role: 'owner' }), null, 1], 'member.last_owner'],
    ['one of two owners leaves', ['owner', aMember({ role: 'owner' }), null, 2], null],
    ['nobody leaves twice', ['owner', aMember({ hasLeft: true }), null, 1], 'member.already_left'],
    [
      'a manager does not send managers away',
      ['manager', aMember({ role: 'manager' }), null, 1],
      'access.forbidden',
    ],
  ])('%s', (_, given, expected) => {
    expect(leavingFault(...given)).toBe(expected);
  });
});

describe('isLoss', () => {
  it.each<[string, Parameters<typeof isLoss>, boolean]>([
    ['a weaker role is one', [aMember({ role: 'manager' }), 'member', null], true],
    ['going from the team to a client is one', [aMember({ role: 'viewer' }), 'client', [A]], true],
    ['a stronger role is none', [aMember(), 'manager', null], false],
    ['a first limit is one', [aMember(), 'member', [A]], true],
    ['one client fewer is one', [aMember({ clientIds: [A, B] }), 'member', [A]], true],
    ['one client more is none', [aMember({ clientIds: [A] }), 'member', [A, B]], false],
    ['a limit taken away is none', [aMember({ clientIds: [A] }), 'member', null], false],
  ])('%s', (_, given, expected) => {
    expect(isLoss(...given)).toBe(expected);
  });
});
