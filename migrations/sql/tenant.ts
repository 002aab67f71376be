/**
 * Statements that make a table a tenant table: forced row-level security on the workspace setting, a second policy
 * for the owner and the definer role (forced security would otherwise hold migrations and dumps too), and the rights
 * of the application's role.
 *
 * `clientColumn` adds a restrictive policy for members who are limited to named clients.
 */
export function tenantTable(
  table: string,
  options: { clientColumn?: string; workspaceColumn?: string } = {},
): string {
  const workspaceColumn = options.workspaceColumn ?? 'workspace_id';
  const here = `nullif(current_setting('app.workspace_id', true), '')::uuid`;
  const statements = [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy workspace_only on ${table} to linkledger_app using (${workspaceColumn} = ${here}) with check (${workspaceColumn} = ${here})`,
    `create policy maintenance on ${table} to linkledger_owner, linkledger_definer using (true) with check (true)`,
    `grant select, insert, update, delete on ${table} to linkledger_app`,
    `grant select, insert, update, delete on ${table} to linkledger_definer`,
  ];
  if (options.clientColumn !== undefined) {
    const visible = `(select app_sees_all_clients()) or ${options.clientColumn} = any ((select app_client_ids())::uuid[])`;
    statements.push(
      `create policy client_scope on ${table} as restrictive to linkledger_app using (${visible}) with check (${visible})`,
    );
  }
  return `${statements.join(';\n')};`;
}

/** Statements for a table of the whole installation: no policy, the application's role reads and writes it. */
export function installationTable(table: string): string {
  return `grant select, insert, update, delete on ${table} to linkledger_app;
grant select, insert, update, delete on ${table} to linkledger_definer;`;
}

/** A restrictive policy: what belongs to a client is seen by members of that client; what belongs to none, by everybody. */
export function clientOrNobody(table: string): string {
  const visible =
    'client_id is null or (select app_sees_all_clients()) or client_id = any ((select app_client_ids())::uuid[])';
  return `create policy client_scope on ${table} as restrictive to linkledger_app using (${visible}) with check (${visible});`;
}

/** Statements that let the application call a function that reads as the definer. */
export function definerFunction(signature: string): string {
  return `alter function ${signature} owner to linkledger_definer;
      revoke all on function ${signature} from public;
      grant execute on function ${signature} to linkledger_app;`;
}
