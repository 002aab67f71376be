import type {
  Compensation,
  PlacementLabel,
  PlacementState,
  PlacementType,
} from '../../core/placements/placement.js';
import type { AcceptedStep, Region, RelTerm, TermStanding } from '../../core/placements/terms.js';
import { VERDICTS, type Verdict } from '../../core/verifier/verdict.js';
import type { PlacementRow } from './placement-row.dto.js';

/** A row as the statements of lists answer it. */
export interface PlacementRecord {
  readonly id: string;
  readonly state: PlacementState;
  readonly state_since: Date;
  readonly rechecking: boolean;
  readonly is_baseline_removed: boolean;
  readonly source_url: string | null;
  readonly source_host: string;
  readonly site_id: string | null;
  readonly target_url: string;
  readonly target_path: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly brand_id: string;
  readonly brand_name: string;
  readonly owner_member_id: string | null;
  readonly owner_name: string | null;
  readonly type: PlacementType;
  readonly compensation: Compensation;
  readonly label: PlacementLabel | null;
  readonly match_step: AcceptedStep;
  readonly rel_standing: TermStanding;
  readonly rel_value: RelTerm | null;
  readonly anchor_standing: TermStanding;
  readonly anchor_value: string | null;
  readonly region_standing: TermStanding;
  readonly region_value: Region | null;
  readonly indexable_standing: TermStanding;
  readonly indexable_value: boolean | null;
  readonly duration_standing: TermStanding;
  readonly duration_until: string | null;
  readonly seen_rel: string | null;
  readonly seen_anchor: string | null;
  readonly page_status: number | null;
  readonly finding_codes: string[];
  readonly unmet_terms: number;
  readonly broken_rules: number;
  readonly last_verdicts: string;
  readonly checked_at: Date | null;
  readonly last_seen_at: Date | null;
  readonly next_check_at: Date | null;
  readonly next_check_reason: string | null;
  readonly due_on: string | null;
  readonly target_failing: boolean;
  readonly import_id: string | null;
  readonly campaign_id: string | null;
  readonly pitch_id: string | null;
  readonly revision: number;
  readonly created_at: Date;
  readonly archived_at: Date | null;
}

/** Columns of a `PlacementRecord`, from `placements p` joined as `JOINS` says. Days come as text: a Date would shift them. */
export const COLUMNS = `p.id, p.state, p.state_since, p.rechecking, p.is_baseline_removed, p.source_url, p.source_host, p.site_id,
  p.target_url, p.target_path, p.client_id, c.name as client_name, p.brand_id, b.name as brand_name,
  p.owner_member_id, m.name as owner_name, p.type, p.compensation, p.label, p.match_step,
  p.rel_standing, p.rel_value, p.anchor_standing, p.anchor_value, p.region_standing, p.region_value,
  p.indexable_standing, p.indexable_value, p.duration_standing, p.duration_until::text as duration_until,
  p.seen_rel, p.seen_anchor, p.page_status, p.finding_codes, p.unmet_terms, p.broken_rules, p.last_verdicts,
  p.checked_at, p.last_seen_at, p.next_check_at, p.next_check_reason, p.due_on::text as due_on, p.target_failing,
  p.import_id, p.campaign_id, p.pitch_id, p.revision, p.created_at, p.archived_at`;

export const JOINS = `join clients c on c.workspace_id = p.workspace_id and c.id = p.client_id
  join brands b on b.workspace_id = p.workspace_id and b.id = p.brand_id
  left join members m on m.workspace_id = p.workspace_id and m.id = p.owner_member_id`;

/** A record as lists show it; `today` is the day in the workspace's zone. */
export function rowOf(record: PlacementRecord, today: string): PlacementRow {
  return {
    id: record.id,
    state: record.state,
    stateSince: record.state_since,
    rechecking: record.rechecking,
    overdue: record.state === 'awaited' && record.due_on !== null && record.due_on < today,
    isBaselineRemoved: record.is_baseline_removed,
    ...placeOf(record),
    type: record.type,
    compensation: record.compensation,
    label: record.label,
    terms: termsOf(record),
    ...checksOf(record),
    dueOn: record.due_on,
    importId: record.import_id,
    campaignId: record.campaign_id,
    pitchId: record.pitch_id,
    revision: record.revision,
    createdAt: record.created_at,
    archivedAt: record.archived_at,
  };
}

function placeOf(record: PlacementRecord) {
  return {
    sourceUrl: record.source_url,
    sourceHost: record.source_host,
    siteId: record.site_id,
    targetUrl: record.target_url,
    targetPath: record.target_path,
    clientId: record.client_id,
    clientName: record.client_name,
    brandId: record.brand_id,
    brandName: record.brand_name,
    ownerMemberId: record.owner_member_id,
    ownerName: record.owner_name,
  };
}

function termsOf(record: PlacementRecord): PlacementRow['terms'] {
  return {
    rel: { standing: record.rel_standing, value: record.rel_value },
    anchor: { standing: record.anchor_standing, value: record.anchor_value },
    region: { standing: record.region_standing, value: record.region_value },
    indexable: { standing: record.indexable_standing, value: record.indexable_value },
    duration: { standing: record.duration_standing, value: record.duration_until },
    match: record.match_step,
  };
}

function checksOf(record: PlacementRecord) {
  return {
    seen: {
      rel: record.seen_rel,
      anchor: record.seen_anchor,
      status: record.page_status,
      code: record.finding_codes[0] ?? null,
    },
    findingCodes: record.finding_codes,
    unmetTerms: record.unmet_terms,
    brokenRules: record.broken_rules,
    lastVerdicts: verdictsOf(record.last_verdicts),
    checkedAt: record.checked_at,
    lastSeenAt: record.last_seen_at,
    nextCheckAt: record.next_check_at,
    nextCheckReason: record.next_check_reason,
    targetFailing: record.target_failing,
  };
}

/** The strip of the last checks, oldest first: verdicts with commas between. */
function verdictsOf(text: string): Verdict[] {
  return text.split(',').filter((word): word is Verdict => VERDICTS.some((verdict) => verdict === word));
}
