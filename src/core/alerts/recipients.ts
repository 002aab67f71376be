/** Somebody of the team, as far as telling goes. */
export interface Teammate {
  readonly memberId: string;
  readonly role: 'owner' | 'manager' | 'member' | 'viewer';
  /** Clients this person is limited to; null means all. */
  readonly clientIds: readonly string[] | null;
}

/**
 * Says who is told about a placement: the person who owns it; where nobody does (or that person may no longer see the
 * client), the managers and owners who see the client.
 */
export function recipientsOf(
  placement: { readonly clientId: string; readonly ownerMemberId: string | null },
  team: readonly Teammate[],
): readonly string[] {
  const seeing = team.filter(({ clientIds }) => clientIds === null || clientIds.includes(placement.clientId));
  const owner = seeing.find(({ memberId }) => memberId === placement.ownerMemberId);
  if (owner !== undefined) return [owner.memberId];
  return seeing.filter(({ role }) => role === 'owner' || role === 'manager').map(({ memberId }) => memberId);
}
