import type { EntityManager } from 'typeorm';
import type { RecordedEvent } from './event.js';

/** Inserts events with their subjects in one round trip. */
export async function insertEvents(manager: EntityManager, events: readonly RecordedEvent[]): Promise<void> {
  await manager.query(
    `with fact as (
       select * from jsonb_to_recordset($1::jsonb) as f(
         "workspaceId" uuid, id uuid, at timestamptz, kind text, "clientId" uuid, "actorUserId" uuid, params jsonb, subjects jsonb)
     ), kept as (
       insert into events (workspace_id, id, at, kind, client_id, actor_user_id, params)
       select "workspaceId", id, at, kind, "clientId", "actorUserId", params from fact
     )
     insert into event_subjects (workspace_id, event_id, subject_kind, subject_id)
     select distinct f."workspaceId", f.id, s.kind, s.id
     from fact f cross join lateral jsonb_to_recordset(f.subjects) as s(kind text, id uuid)`,
    [JSON.stringify(events)],
  );
}

/** Reads events with their subjects, oldest first. */
export async function loadEvents(manager: EntityManager, ids: readonly string[]): Promise<RecordedEvent[]> {
  return manager.query<RecordedEvent[]>(
    `select e.id, e.workspace_id as "workspaceId", e.at, e.kind, e.client_id as "clientId",
       e.actor_user_id as "actorUserId", e.params,
       coalesce((select jsonb_agg(jsonb_build_object('kind', s.subject_kind, 'id', s.subject_id))
         from event_subjects s where s.workspace_id = e.workspace_id and s.event_id = e.id), '[]') as subjects
     from events e where e.id = any ($1::uuid[]) order by e.id`,
    [ids],
  );
}

/** Marks an event as heard by a listener; false if it was heard before. */
export async function takeDelivery(
  manager: EntityManager,
  delivery: { workspaceId: string; eventId: string; listener: string; at: Date },
): Promise<boolean> {
  const taken = await manager.query<unknown[]>(
    `insert into event_deliveries (workspace_id, event_id, listener, delivered_at)
     values ($1, $2, $3, $4) on conflict do nothing returning 1`,
    [delivery.workspaceId, delivery.eventId, delivery.listener, delivery.at],
  );
  return taken.length > 0;
}
