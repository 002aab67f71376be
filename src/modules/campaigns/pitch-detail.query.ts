import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type {
  PitchAsset,
  PitchContact,
  PitchFileView,
  PitchPlacementView,
  PitchTargetPage,
} from './pitch-detail.dto.js';

/** What the page of a pitch reads beside the pitch itself. */
export interface PitchRecord {
  readonly campaignName: string;
  readonly clientName: string;
  readonly brandName: string;
  readonly siteKey: string | null;
  readonly prospectId: string | null;
  readonly assigneeName: string | null;
  readonly createdByName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly targetPage: PitchTargetPage | null;
  readonly asset: PitchAsset | null;
  readonly contacts: PitchContact[];
  readonly files: PitchFileView[];
  readonly placements: Omit<PitchPlacementView, 'overdue'>[];
}

const RECORD = `select c.name as "campaignName", k.name as "clientName", b.name as "brandName", s.site_key as "siteKey", pr.id as "prospectId",
    m.name as "assigneeName", u.name as "createdByName", p.created_at as "createdAt", p.updated_at as "updatedAt",
    (select jsonb_build_object('id', t.id, 'url', t.url, 'label', t.label) from target_pages t where t.id = p.target_page_id) as "targetPage",
    (select jsonb_build_object('id', a.id, 'title', a.title, 'type', a.type, 'url', a.url) from assets a where a.id = p.asset_id) as asset,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'position', o.position, 'mainAddress', o.main_address,
        'hasObjected', o.objected_at is not null) order by pc.position, o.id)
      from pitch_contacts pc cross join lateral (select * from contacts where id = pc.contact_id offset 0) o where pc.pitch_id = p.id), '[]') as contacts,
    coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'field', f.field_key, 'name', f.name, 'type', f.type, 'size', f.size,
        'addedByName', fu.name, 'addedAt', f.added_at) order by f.added_at, f.id)
      from pitch_files f left join users fu on fu.id = f.added_by where f.pitch_id = p.id and f.archived_at is null), '[]') as files,
    coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'state', l.state, 'rechecking', l.rechecking, 'sourceUrl', l.source_url,
        'sourceHost', l.source_host, 'targetUrl', l.target_url, 'type', l.type, 'compensation', l.compensation, 'dueOn', l.due_on::text)
        order by l.created_at, l.id)
      from placements l where l.pitch_id = p.id and l.archived_at is null), '[]') as placements
  from pitches p
  join campaigns c on c.id = p.campaign_id
  join clients k on k.id = p.client_id
  join brands b on b.id = p.brand_id
  left join sites s on s.id = p.site_id
  left join prospects pr on pr.site_id = p.site_id
  left join members m on m.id = p.assignee_member_id
  left join users u on u.id = p.created_by
  where p.id = $1`;

/** What the page of one pitch reads, in the open transaction. */
@Injectable()
export class PitchDetailQuery {
  constructor(private readonly database: Database) {}

  async one(id: string): Promise<PitchRecord | null> {
    const rows = await this.database.manager().query<PitchRecord[]>(RECORD, [id]);
    return rows[0] ?? null;
  }
}
