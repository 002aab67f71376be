import { describe, expect, it } from '@jest/globals';
import { may, RIGHTS, type Right, ROLES, type Role, rightsOf, type TokenScope } from './roles.js';

describe('rightsOf', () => {
  it.each<[Role, TokenScope | undefined, readonly Right[]]>([
    ['viewer', undefined, ['read']],
    ['member', undefined, ['read', 'write']],
    ['manager', undefined, ['read', 'write', 'manage']],
    ['owner', undefined, ['read', 'write', 'manage', 'own']],
    ['owner', 'read', ['read']],
    ['viewer', 'write', ['read']],
    ['owner', 'write', ['read', 'write', 'manage', 'own']],
  ])('a %s with token scope %s', (role, scope, expected) => {
    expect(rightsOf(role, scope)).toEqual(expected);
  });

  it('never gives a weaker role what a stronger one lacks', () => {
    for (const [index, role] of ROLES.entries()) {
      for (const stronger of ROLES.slice(index)) {
        for (const right of RIGHTS) expect(!may(role, right) || may(stronger, right)).toBe(true);
      }
    }
  });
});
