import { describe, expect, it } from '@jest/globals';
import { may, RIGHTS, type Right, ROLES, type Role, rightsOf, type TokenScope } from './roles.js';

describe('rightsOf', () => {
  it.each<[Role, TokenScope | undefined, readonly Right[]]>([
    ['client', undefined, ['self', 'portal', 'decide']],
    ['client', 'read', ['self', 'portal']],
    ['client', 'write', ['self', 'portal', 'decide']],
    ['viewer', undefined, ['self', 'read']],
    ['member', undefined, ['self', 'read', 'write']],
    ['manager', undefined, ['self', 'read', 'write', 'manage']],
    ['owner', undefined, ['self', 'read', 'write', 'manage', 'own']],
    ['owner', 'read', ['self', 'read']],
    ['viewer', 'write', ['self', 'read']],
    ['owner', 'write', ['self', 'read', 'write', 'manage', 'own']],
  ])('a %s with token scope %s', (role, scope, expected) => {
    expect(rightsOf(role, scope)).toEqual(expected);
  });

  it('never gives a weaker role of the team what a stronger one lacks', () => {
    const team = ROLES.filter((role) => role !== 'client');
    for (const [index, role] of team.entries()) {
      for (const stronger of team.slice(index)) {
        for (const right of RIGHTS) expect(!may(role, right) || may(stronger, right)).toBe(true);
      }
    }
  });

  it('gives a client nothing of the team, and the team nothing of a client, but what is one’s own', () => {
    for (const role of ROLES.filter((one) => one !== 'client')) {
      expect(rightsOf(role).filter((right) => rightsOf('client').includes(right))).toEqual(['self']);
    }
  });
});
