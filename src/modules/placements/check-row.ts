import type { Compensation } from '../../core/placements/placement.js';
import type {
  AcceptedStep,
  Region,
  RelTerm,
  Term,
  TermStanding,
  Terms,
} from '../../core/placements/terms.js';
import type { MemoryColumns } from './stored-memory.js';

/** All that a check needs of a placement, as its columns say it. */
export interface CheckRow extends MemoryColumns {
  readonly id: string;
  readonly clientId: string;
  readonly siteId: string | null;
  readonly sourceUrl: string | null;
  readonly targetUrl: string;
  readonly matchStep: AcceptedStep;
  readonly compensation: Compensation;
  readonly labellingAgreed: boolean;
  readonly relStanding: TermStanding;
  readonly relValue: RelTerm | null;
  readonly anchorStanding: TermStanding;
  readonly anchorValue: string | null;
  readonly regionStanding: TermStanding;
  readonly regionValue: Region | null;
  readonly indexableStanding: TermStanding;
  readonly indexableValue: boolean | null;
  readonly durationStanding: TermStanding;
  readonly durationUntil: string | null;
  readonly nextCheckReason: string | null;
  readonly mainTextHash: string | null;
  readonly evidenceHash: string | null;
  readonly targetFailing: boolean;
  readonly seenRel: string | null;
  readonly seenAnchor: string | null;
  readonly pageLanguage: string | null;
  readonly pageTitle: string | null;
  readonly pageChangedAt: Date | null;
  /** When its site changed hands; null when that is not known. */
  readonly ownerChangedAt: Date | null;
  readonly revision: number;
}

/** The columns of `CheckRow` in SQL. */
export const CHECK_COLUMNS = `
  id, client_id as "clientId", site_id as "siteId", source_url as "sourceUrl", target_url as "targetUrl",
  match_step as "matchStep", compensation, labelling_agreed as "labellingAgreed", rel_standing as "relStanding",
  rel_value as "relValue", anchor_standing as "anchorStanding", anchor_value as "anchorValue",
  region_standing as "regionStanding", region_value as "regionValue", indexable_standing as "indexableStanding",
  indexable_value as "indexableValue", duration_standing as "durationStanding", duration_until::text as "durationUntil",
  state, state_since as "stateSince", rechecking, takes_baseline as "takesBaseline",
  is_baseline_removed as "isBaselineRemoved", last_seen_at as "lastSeenAt", checked_at as "checkedAt",
  last_verdicts as "lastVerdicts", memory, next_check_reason as "nextCheckReason", main_text_hash as "mainTextHash",
  evidence_hash as "evidenceHash", target_failing as "targetFailing", seen_rel as "seenRel", seen_anchor as "seenAnchor",
  page_language as "pageLanguage", page_title as "pageTitle", page_changed_at as "pageChangedAt",
  (select s.owner_changed_at from sites s where s.workspace_id = placements.workspace_id and s.id = placements.site_id)
    as "ownerChangedAt", revision`;

/** The terms of a placement. Where labelling was agreed, a link without label misses an agreed term. */
export function termsOf(row: CheckRow): Terms {
  const rel = term(row.relStanding, row.relValue);
  return {
    targetUrl: row.targetUrl,
    match: row.matchStep,
    rel: row.labellingAgreed && rel.standing !== 'agreed' ? { standing: 'agreed', value: 'sponsored' } : rel,
    anchor: term(row.anchorStanding, row.anchorValue),
    region: term(row.regionStanding, row.regionValue),
    indexable: term(row.indexableStanding, row.indexableValue),
    duration: term(row.durationStanding, row.durationUntil),
  };
}

function term<Value>(standing: TermStanding, value: Value | null): Term<Value> {
  return standing === 'unknown' || value === null ? { standing: 'unknown' } : { standing, value };
}
