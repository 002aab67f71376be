/** Whose data a transaction may see. */
export interface WorkspaceScope {
  readonly workspaceId: string;
  /** Clients a limited member may see; absent or null means all of the workspace. */
  readonly clientIds?: readonly string[] | null;
  /** Who acts; recorded as the actor of events. Absent or null for the program itself. */
  readonly userId?: string | null;
}

/** A client no row belongs to: the value for a member who may see no client, because an empty setting means all. */
const NO_CLIENT = '00000000-0000-0000-0000-000000000000';

/** The value of `app.client_ids` for a scope: `*` or ids in a stable order. */
export function clientSetting(scope: WorkspaceScope): string {
  if (scope.clientIds === undefined || scope.clientIds === null) return '*';
  return scope.clientIds.length === 0 ? NO_CLIENT : [...scope.clientIds].sort().join(',');
}

/** Whether work for one scope may join a transaction opened for another: same workspace, same clients. */
export function sameScope(one: WorkspaceScope, other: WorkspaceScope): boolean {
  return one.workspaceId === other.workspaceId && clientSetting(one) === clientSetting(other);
}
