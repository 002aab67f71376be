import { newId } from '../../../src/platform/database/id.js';
import type { TestDatabase } from '../../database/test-database.js';

/** Whose rows are made: a workspace and one of its members. */
export interface SeedPlace {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** What was made for one client. Every text in it holds the canary. */
export interface SeededClient {
  readonly clientId: string;
  /** Everything of that client that has an id. */
  readonly ids: readonly string[];
}

/** Makes a client with a brand, a target page, a site, a placement and its reclamation, each text with a word found nowhere else. */
export async function seedClient(
  database: TestDatabase,
  place: SeedPlace,
  canary: string,
): Promise<SeededClient> {
  const [clientId, brandId, pageId, siteId, placementId] = [newId(), newId(), newId(), newId(), newId()];
  const url = `https://${canary}.example/`;
  await database.asOwner(
    `insert into clients (workspace_id, id, name, created_at) values ($1, $2, $3, '2026-11-01T00:00:00Z')`,
    [place.workspaceId, clientId, `Client ${canary}`],
  );
  await database.asOwner(
    `insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
     values ($1, $2, $3, $4, $5, $6, '2026-11-01T00:00:00Z')`,
    [place.workspaceId, brandId, clientId, `Brand ${canary}`, url, `${canary}.example`],
  );
  await database.asOwner(
    `insert into target_pages (workspace_id, id, client_id, brand_id, url, url_key, host_slot, created_at)
     values ($1, $2, $3, $4, $5, $5, $6, '2026-11-01T00:00:00Z')`,
    [place.workspaceId, pageId, clientId, brandId, url, `${canary}.example:443`],
  );
  await database.asOwner(
    `insert into sites (workspace_id, id, kind, site_key, host, created_at)
     values ($1, $2, 'domain', $3, $3, '2026-11-01T00:00:00Z')`,
    [place.workspaceId, siteId, `news-${canary}.example`],
  );
  await database.asOwner(
    `insert into placements (workspace_id, id, client_id, brand_id, target_page_id, site_id, owner_member_id, source_url,
       source_url_key, source_host, host_slot, target_url, target_url_key, type, state_since, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $9, $10, $10, 'guest_post', $11, $11, $11)`,
    [
      place.workspaceId,
      placementId,
      clientId,
      brandId,
      pageId,
      siteId,
      place.memberId,
      `https://news-${canary}.example/post`,
      `news-${canary}.example`,
      url,
      '2026-11-01T00:00:00Z',
    ],
  );
  const reclamationId = newId();
  await database.asOwner(
    `insert into reclamations (workspace_id, id, client_id, site_id, note, created_at, updated_at)
     values ($1, $2, $3, $4, $5, '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z')`,
    [place.workspaceId, reclamationId, clientId, siteId, canary],
  );
  await database.asOwner(
    `insert into reclamation_placements (workspace_id, client_id, reclamation_id, placement_id, state, got_worse_at)
     values ($1, $2, $3, $4, 'removed', '2026-11-01T00:00:00Z')`,
    [place.workspaceId, clientId, reclamationId, placementId],
  );
  return { clientId, ids: [clientId, brandId, pageId, placementId, reclamationId] };
}

/** Makes what belongs to no client: a job, an invitation, a notification and a mail. */
export async function seedWorkspace(database: TestDatabase, place: SeedPlace, canary: string): Promise<void> {
  const { workspaceId, memberId } = place;
  const at = '2026-11-01T00:00:00Z';
  await database.asOwner(
    `insert into jobs (workspace_id, id, kind, params, created_at) values ($1, $2, 'bulk', $3, $4)`,
    [workspaceId, newId(), JSON.stringify({ note: canary }), at],
  );
  await database.asOwner(
    `insert into invitations (workspace_id, id, email, role, token_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, 'viewer', '\\x00', $4, $5, '2027-01-01T00:00:00Z')`,
    [workspaceId, newId(), `guest@${canary}.example`, memberId, at],
  );
  await database.asOwner(
    `insert into system_mails (workspace_id, id, mail_key, kind, to_address, subject, body_text, body_html, not_before, created_at)
     values ($1, $2, $3, 'test', $3, $3, $3, $3, $4, $4)`,
    [workspaceId, newId(), `${canary}@mail.example`, at],
  );
}

/** Makes a person who was found on a page of the seeded prospect and is no contact yet. */
export async function seedProposal(
  database: TestDatabase,
  { workspaceId }: SeedPlace,
  canary: string,
): Promise<void> {
  await database.asOwner(
    `insert into contact_proposals (workspace_id, id, site_id, name, address, page_url, page_kind, found_at)
     select $1, $2, id, $3, $4, $5, 'contact', '2026-11-01T00:00:00Z' from sites where workspace_id = $1 and site_key = $6`,
    [
      workspaceId,
      newId(),
      canary,
      `found@${canary}.example`,
      `https://${canary}.example/contact`,
      `paper-${canary}.example`,
    ],
  );
}

/** Ids of all rows of a workspace, one from each table that has ids. */
export async function idsOf(database: TestDatabase, workspaceId: string): Promise<string[]> {
  const tables = await database.asOwner<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.columns w on w.table_name = c.table_name and w.column_name = 'workspace_id'
     where c.table_schema = 'public' and c.column_name = 'id' and w.table_schema = 'public'
       and c.table_name !~ '_\\d{4}_\\d{2}$' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.asOwner<{ id: string }>(
      `select id from "${name}" where workspace_id = $1 order by id limit 1`,
      [workspaceId],
    );
    found.push(...rows.map((row) => row.id));
  }
  return found;
}
