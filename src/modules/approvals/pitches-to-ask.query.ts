import { Injectable } from '@nestjs/common';
import type { AskedPitch } from '../../core/approvals/content.js';
import { authorityOf, type Figure } from '../../core/reports/authority.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';

/** A pitch with all that can be asked about it. */
export interface PitchToAsk {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly campaignId: string;
  readonly siteId: string | null;
  readonly kind: string;
  readonly isOver: boolean;
  readonly asked: AskedPitch;
}

interface Row {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly campaignId: string;
  readonly siteId: string | null;
  readonly kind: string;
  readonly isOver: boolean;
  readonly fields: Record<string, unknown>;
  readonly siteKey: string | null;
  readonly language: string | null;
  readonly targetUrl: string | null;
  readonly files: AskedPitch['files'];
  readonly figures: Figure[];
}

const SELECT = `
  select p.id, p.client_id as "clientId", p.brand_id as "brandId", p.campaign_id as "campaignId", p.site_id as "siteId", p.kind,
    (p.status = 'closed' or p.archived_at is not null) as "isOver", p.fields, s.site_key as "siteKey", pr.language, t.url as "targetUrl",
    f.files, m.figures
  from pitches p
  left join sites s on s.workspace_id = p.workspace_id and s.id = p.site_id
  left join prospects pr on pr.workspace_id = p.workspace_id and pr.site_id = p.site_id
  left join target_pages t on t.workspace_id = p.workspace_id and t.id = p.target_page_id
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('fieldKey', field_key, 'name', name, 'type', type, 'size', size,
      'sha256', encode(sha256, 'hex')) order by added_at, id), '[]') as files
    from pitch_files where workspace_id = p.workspace_id and pitch_id = p.id and archived_at is null
  ) f
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('source', source, 'metric', metric, 'value', value, 'measuredOn', measured_on)), '[]') as figures
    from site_latest_metrics where workspace_id = p.workspace_id and site_id = p.site_id
  ) m`;

/** Pitches as far as a client can be asked about them, in the open transaction. */
@Injectable()
export class PitchesToAsk {
  constructor(private readonly database: Database) {}

  /** Those of these ids that are visible, each looked up by its id. */
  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, PitchToAsk>> {
    const found = new Map<string, PitchToAsk>();
    for (const id of ids) {
      const rows = await this.database.manager().query<Row[]>(`${SELECT} where p.id = $1`, [id]);
      for (const row of rows) found.set(row.id, pitchOf(row));
    }
    return found;
  }
}

function pitchOf({ fields, siteKey, language, targetUrl, files, figures, ...pitch }: Row): PitchToAsk {
  const site = siteKey === null ? null : displayHost(siteKey);
  const authority = authorityOf(figures);
  return { ...pitch, asked: { site, language, targetUrl, authority, fields, files } };
}
