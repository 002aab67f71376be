import { Injectable } from '@nestjs/common';
import { type Guards, refusalToAdd } from '../../core/campaigns/adding-guard.js';
import type { ConflictReason } from '../../core/prospects/conflict.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import { ConflictService, type ConflictTouch, type SiteConflict } from '../prospects/conflict.service.js';
import type { HeldCampaign } from './campaigns.repository.js';
import type { PitchWarning } from './pitch-detail.dto.js';

/** Somewhere else the same site is pitched now. */
interface OtherPitch {
  readonly pitchId: string;
  readonly campaignId: string;
  readonly by: string | null;
  readonly clientName: string | null;
  readonly on: string;
}

/** Where and for whom a site would be pitched. */
export interface Asked {
  readonly siteId: string;
  readonly campaign: HeldCampaign;
  readonly isReleased: boolean;
  /** The pitch it is about, where there is one already. */
  readonly pitchId?: string;
}

/** What stands against pitching a site: refused or said, as its campaign wants it. */
@Injectable()
export class PitchGuard {
  constructor(
    private readonly database: Database,
    private readonly conflicts: ConflictService,
  ) {}

  /** What is worth knowing. Throws `pitch.conflict`, `pitch.excluded`, `pitch.do_not_contact`, `site.not_found`. */
  async look(who: Principal, asked: Asked): Promise<PitchWarning[]> {
    const { siteId, campaign, isReleased } = asked;
    const { clientId, brandId } = campaign;
    const conflict = await this.conflicts.of(who, siteId, { clientId, brandId });
    const reasons = conflict.reasons as ConflictReason[];
    const guards: Guards = { ...campaign, isReleased };
    const refusal = refusalToAdd(reasons, guards);
    const warnings = reasons.map((code) => warningOf(code, conflict, clientId));
    if (refusal !== null) throw new AppError(refusal, refusalParams(refusal, reasons, warnings));
    return [...warnings, ...(await this.others(asked))];
  }

  /** Open pitches on the same site, in this campaign and elsewhere. */
  private async others({ siteId, campaign, pitchId }: Asked): Promise<PitchWarning[]> {
    const rows = await this.database.manager().query<OtherPitch[]>(
      `select p.id as "pitchId", p.campaign_id as "campaignId", m.name as by, c.name as "clientName", p.created_at::date::text as on
       from pitches p join clients c on c.id = p.client_id left join members m on m.id = p.assignee_member_id
       where p.site_id = $1 and p.archived_at is null and p.status <> 'closed' and p.id is distinct from $2
       order by p.campaign_id = $3 desc, p.created_at desc, p.id limit 5`,
      [siteId, pitchId ?? null, campaign.id],
    );
    return rows.map(({ campaignId, ...other }) => ({
      ...other,
      code: campaignId === campaign.id ? 'in_campaign' : 'open_pitch',
    }));
  }
}

/** What a warning says beside its code. */
type Said = Partial<Pick<PitchWarning, 'by' | 'on' | 'clientName'>>;

const SAID: Readonly<Record<ConflictReason, (conflict: SiteConflict, clientId: string) => Said>> = {
  do_not_contact: ({ suppression }) => ({ on: day(suppression?.createdAt) }),
  excluded: ({ exclusions }, clientId) => nameOf(exclusions, clientId),
  locked_by_other: ({ ownedBy, lockedUntil }) => ({ by: ownedBy, on: day(lockedUntil) }),
  contacted_lately: ({ touches }) => touchSaid(touches.find(({ counts }) => counts)),
  contacted_for_other_client: ({ touches }, clientId) =>
    touchSaid(touches.find((touch) => touch.direction === 'out' && touch.clientId !== clientId)),
  already_links: ({ liveLinks }, clientId) => nameOf(liveLinks, clientId),
};

function warningOf(code: ConflictReason, conflict: SiteConflict, clientId: string): PitchWarning {
  return { code, by: null, on: null, clientName: null, pitchId: null, ...SAID[code](conflict, clientId) };
}

function touchSaid(touch: ConflictTouch | undefined): Said {
  if (touch === undefined) return {};
  return { by: touch.memberName, on: day(touch.at), clientName: touch.clientName };
}

function nameOf(
  rows: readonly { readonly clientId: string | null; readonly clientName: string | null }[],
  clientId: string,
): Said {
  return { clientName: rows.find((row) => row.clientId === clientId)?.clientName ?? null };
}

function refusalParams(refusal: string, reasons: readonly string[], warnings: readonly PitchWarning[]) {
  const said = warnings.find(({ code }) =>
    refusal === 'pitch.conflict'
      ? code !== 'do_not_contact' && code !== 'excluded'
      : refusal.endsWith(`.${code}`),
  );
  const { by = null, on = null, clientName: client = null } = said ?? {};
  return { reasons: [...reasons], by, on, client };
}

function day(moment: Date | null | undefined): string | null {
  return moment?.toISOString().slice(0, 10) ?? null;
}
