import { describe, expect, it } from '@jest/globals';
import { recipientsOf, type Teammate } from './recipients.js';

const ana: Teammate = { memberId: 'ana', role: 'member', clientIds: null };
const ben: Teammate = { memberId: 'ben', role: 'member', clientIds: ['dairy'] };
const cas: Teammate = { memberId: 'cas', role: 'manager', clientIds: null };
const dee: Teammate = { memberId: 'dee', role: 'manager', clientIds: ['dairy'] };
const eva: Teammate = { memberId: 'eva', role: 'owner', clientIds: null };
const fay: Teammate = { memberId: 'fay', role: 'viewer', clientIds: null };
const team = [ana, ben, cas, dee, eva, fay];

describe('recipientsOf', () => {
  it.each<[string, { clientId: string; ownerMemberId: string | null }, readonly string[]]>([
    ['the owner of a placement alone is told', { clientId: 'solar', ownerMemberId: 'ana' }, ['ana']],
    [
      'a limited owner is told about a client of theirs',
      { clientId: 'dairy', ownerMemberId: 'ben' },
      ['ben'],
    ],
    [
      'an owner who no longer sees the client is not told',
      { clientId: 'solar', ownerMemberId: 'ben' },
      ['cas', 'eva'],
    ],
    [
      'without an owner the managers and owners are told',
      { clientId: 'dairy', ownerMemberId: null },
      ['cas', 'dee', 'eva'],
    ],
    [
      'a manager limited to another client is not told',
      { clientId: 'solar', ownerMemberId: null },
      ['cas', 'eva'],
    ],
    ['an owner who left is as good as none', { clientId: 'solar', ownerMemberId: 'gone' }, ['cas', 'eva']],
  ])('%s', (_, placement, told) => {
    expect(recipientsOf(placement, team)).toEqual(told);
  });
});
