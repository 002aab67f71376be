/** What a member of a workspace is, weakest first. */
export const ROLES = ['viewer', 'member', 'manager', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** What an operation asks for, weakest first: each right includes those before it. */
export const RIGHTS = ['read', 'write', 'manage', 'own'] as const;
export type Right = (typeof RIGHTS)[number];

/** What an API token may do: look only, or all its member may do. */
export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

const HIGHEST: Record<Role, Right> = { viewer: 'read', member: 'write', manager: 'manage', owner: 'own' };

/** The rights of a role, weakest first; a read token keeps only `read` of its member's. */
export function rightsOf(role: Role, tokenScope?: TokenScope): readonly Right[] {
  const highest = tokenScope === 'read' ? 'read' : HIGHEST[role];
  return RIGHTS.slice(0, RIGHTS.indexOf(highest) + 1);
}

/** Whether a role, through a session or a token of the given scope, may do what asks for this right. */
export function may(role: Role, right: Right, tokenScope?: TokenScope): boolean {
  return rightsOf(role, tokenScope).includes(right);
}
