import { Injectable } from '@nestjs/common';
import type { Subject } from '../../core/events/kinds.js';
import { Database } from '../../platform/database/database.js';
import type { NoteSubject } from './timelines.dto.js';

/** A note as it is written down. */
export interface NoteRecord {
  readonly id: string;
  readonly subjectKind: Exclude<NoteSubject, 'prospect'>;
  readonly subjectId: string;
  readonly clientId: string | null;
  readonly body: string;
  readonly writtenBy: string | null;
  readonly writtenAt: Date;
}

/** What a note is about, with all timelines it belongs on. */
export interface NotedRecord {
  readonly subjectKind: NoteRecord['subjectKind'];
  readonly subjectId: string;
  readonly clientId: string | null;
  readonly subjects: readonly Subject[];
}

type Found = {
  readonly clientId: string | null;
  readonly siteId: string | null;
  readonly brandId: string | null;
  readonly campaignId?: string;
};

const FIND: Readonly<Record<NoteSubject, string>> = {
  site: 'select null::uuid as "clientId", id as "siteId", null::uuid as "brandId" from sites where id = $1',
  publisher:
    'select null::uuid as "clientId", null::uuid as "siteId", null::uuid as "brandId" from publishers where id = $1',
  contact:
    'select null::uuid as "clientId", null::uuid as "siteId", null::uuid as "brandId" from contacts where id = $1',
  prospect:
    'select null::uuid as "clientId", site_id as "siteId", null::uuid as "brandId" from prospects where id = $1',
  relationship:
    'select client_id as "clientId", site_id as "siteId", brand_id as "brandId" from relationships where id = $1',
  campaign:
    'select client_id as "clientId", null::uuid as "siteId", brand_id as "brandId" from campaigns where id = $1',
  pitch:
    'select client_id as "clientId", site_id as "siteId", brand_id as "brandId", campaign_id as "campaignId" from pitches where id = $1',
  order:
    'select client_id as "clientId", null::uuid as "siteId", brand_id as "brandId" from orders where id = $1',
};

/** Notes people write on records, in the open transaction. */
@Injectable()
export class NotesRepository {
  constructor(private readonly database: Database) {}

  /** Null when who asks sees no such record. */
  async about(kind: NoteSubject, id: string): Promise<NotedRecord | null> {
    const [found] = await this.query<Found>(FIND[kind], [id]);
    return found === undefined ? null : notedRecord(kind, id, found);
  }

  async insert(note: NoteRecord): Promise<void> {
    await this.query(
      `insert into notes (workspace_id, id, subject_kind, subject_id, client_id, body, written_by, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        this.database.scope().workspaceId,
        note.id,
        note.subjectKind,
        note.subjectId,
        note.clientId,
        note.body,
        note.writtenBy,
        note.writtenAt,
      ],
    );
  }

  /** A note that is not removed, held until the transaction ends. */
  async lock(id: string): Promise<Pick<NoteRecord, 'subjectKind' | 'subjectId' | 'writtenBy'> | null> {
    const rows = await this.query<Pick<NoteRecord, 'subjectKind' | 'subjectId' | 'writtenBy'>>(
      `select subject_kind as "subjectKind", subject_id as "subjectId", written_by as "writtenBy" from notes
       where id = $1 and archived_at is null for no key update`,
      [id],
    );
    return rows[0] ?? null;
  }

  async archive(id: string, at: Date): Promise<void> {
    await this.query('update notes set archived_at = $2 where id = $1', [id, at]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

/** A note on a prospect is one on its site, so that it stays with the site whatever becomes of the prospect. */
function notedRecord(kind: NoteSubject, id: string, found: Found): NotedRecord {
  const { clientId, siteId, brandId, campaignId = null } = found;
  const one = (name: Subject['kind'], other: string | null): Subject[] =>
    other === null ? [] : [{ kind: name, id: other }];
  if (kind === 'prospect') {
    const subjects = [{ kind, id }, ...one('site', siteId)];
    return { subjectKind: 'site', subjectId: siteId ?? '', clientId, subjects };
  }
  const more = [
    ...one('brand', brandId),
    ...one('campaign', campaignId),
    ...(kind === 'site' ? [] : one('site', siteId)),
  ];
  return { subjectKind: kind, subjectId: id, clientId, subjects: [{ kind, id }, ...more] };
}
