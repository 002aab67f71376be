import { Database } from '../../src/platform/database/database.js';
import type { TestApp } from './app.js';
import type { Person } from './people.js';

/** Whether any row of mailboxes, apps, history or audit of a workspace holds a text. */
export async function rowsHold(app: TestApp, { workspaceId }: Person, text: string): Promise<boolean> {
  const tables = ['mailboxes', 'oauth_apps', 'oauth_states', 'events', 'audit_events'];
  const holds = tables.map((table) => `exists (select 1 from ${table} r where strpos(r::text, $1) > 0)`);
  const rows = await query<{ held: boolean }>(app, workspaceId, `select ${holds.join(' or ')} as held`, text);
  return rows[0]?.held ?? true;
}

/** What is recorded of a mailbox, its changes left out, oldest first. */
export async function kindsOf(app: TestApp, { workspaceId }: Person, mailboxId: string): Promise<string[]> {
  const rows = await query<{ kind: string }>(
    app,
    workspaceId,
    `select e.kind from events e join event_subjects s on s.event_id = e.id
     where s.subject_kind = 'mailbox' and s.subject_id = $1 and e.kind <> 'mailbox.changed' order by e.id`,
    mailboxId,
  );
  return rows.map(({ kind }) => kind);
}

function query<Row>(app: TestApp, workspaceId: string, ...[sql, value]: [string, string]): Promise<Row[]> {
  const database = app.get(Database);
  return database.inWorkspace({ workspaceId }, () => database.manager().query<Row[]>(sql, [value]));
}
