/**
 * What a member of a workspace is. A `client` is somebody of a client of the team, who reads reports and decides; the others are the team,
 * weakest first.
 */
export const ROLES = ['client', 'viewer', 'member', 'manager', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/**
 * What an operation asks for. `self`: one's own session, name, language and password. `portal` and `decide`: look and decide as a client of
 * the team. The others are the team's, weakest first, each including those before it.
 */
export const RIGHTS = ['self', 'portal', 'decide', 'read', 'write', 'manage', 'own'] as const;
export type Right = (typeof RIGHTS)[number];

/** What an API token may do: look only, or all its member may do. */
export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  client: ['self', 'portal', 'decide'],
  viewer: ['self', 'read'],
  member: ['self', 'read', 'write'],
  manager: ['self', 'read', 'write', 'manage'],
  owner: ['self', 'read', 'write', 'manage', 'own'],
};

const LOOKING: readonly Right[] = ['self', 'portal', 'read'];

/** The rights of a role, weakest first; a read token keeps only those to look. The team has none of a client's, a client none of the team's. */
export function rightsOf(role: Role, tokenScope?: TokenScope): readonly Right[] {
  const rights = RIGHTS_OF[role];
  return tokenScope === 'read' ? rights.filter((right) => LOOKING.includes(right)) : rights;
}

/** Whether a role, through a session or a token of the given scope, may do what asks for this right. */
export function may(role: Role, right: Right, tokenScope?: TokenScope): boolean {
  return rightsOf(role, tokenScope).includes(right);
}
