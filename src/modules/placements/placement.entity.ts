import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Compensation,
  PlacementLabel,
  PlacementState,
  PlacementType,
} from '../../core/placements/placement.js';
import type { AcceptedStep, Region, RelTerm, TermStanding } from '../../core/placements/terms.js';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/placements. */
@Entity('placements')
export class PlacementEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id' }) clientId!: string;
  @Column('uuid', { name: 'brand_id' }) brandId!: string;
  @Column('uuid', { name: 'target_page_id', nullable: true }) targetPageId!: string | null;
  @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Column('uuid', { name: 'owner_member_id', nullable: true }) ownerMemberId!: string | null;
  @Column('uuid', { name: 'import_id', nullable: true }) importId!: string | null;
  @Column('uuid', { name: 'campaign_id', nullable: true }) campaignId!: string | null;
  @Column('uuid', { name: 'pitch_id', nullable: true }) pitchId!: string | null;
  @Column('text', { name: 'source_url', nullable: true }) sourceUrl!: string | null;
  @Column('text', { name: 'source_url_key', nullable: true }) sourceUrlKey!: string | null;
  @Column('text', { name: 'source_host' }) sourceHost!: string;
  @Column('text', { name: 'host_slot', nullable: true }) hostSlot!: string | null;
  @Column('text', { name: 'target_url' }) targetUrl!: string;
  @Column('text', { name: 'target_url_key' }) targetUrlKey!: string;
  @Column('text', { name: 'target_path' }) targetPath!: string;
  @Column('text') type!: PlacementType;
  @Column('text') compensation!: Compensation;
  @Column('text', { nullable: true }) label!: PlacementLabel | null;
  @Column('boolean', { name: 'labelling_agreed' }) labellingAgreed!: boolean;
  @Column('text', { name: 'match_step' }) matchStep!: AcceptedStep;
  @Column('text', { name: 'rel_standing' }) relStanding!: TermStanding;
  @Column('text', { name: 'rel_value', nullable: true }) relValue!: RelTerm | null;
  @Column('text', { name: 'anchor_standing' }) anchorStanding!: TermStanding;
  @Column('text', { name: 'anchor_value', nullable: true }) anchorValue!: string | null;
  @Column('text', { name: 'region_standing' }) regionStanding!: TermStanding;
  @Column('text', { name: 'region_value', nullable: true }) regionValue!: Region | null;
  @Column('text', { name: 'indexable_standing' }) indexableStanding!: TermStanding;
  @Column('boolean', { name: 'indexable_value', nullable: true }) indexableValue!: boolean | null;
  @Column('text', { name: 'duration_standing' }) durationStanding!: TermStanding;
  @Column('date', { name: 'duration_until', nullable: true }) durationUntil!: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text') notes!: string;

  @Column('text') state!: PlacementState;
  @Column('timestamptz', { name: 'state_since' }) stateSince!: Date;
  @Column('timestamptz', { name: 'first_live_at', nullable: true }) firstLiveAt!: Date | null;
  @Column('boolean') rechecking!: boolean;
  @Column('boolean', { name: 'is_baseline_removed' }) isBaselineRemoved!: boolean;
  @Column('boolean', { name: 'takes_baseline' }) takesBaseline!: boolean;
  @Column('text', { name: 'close_reason', nullable: true }) closeReason!: string | null;
  @Column('uuid', { name: 'replaced_by_id', nullable: true }) replacedById!: string | null;

  @Column('text', { name: 'last_verdicts' }) lastVerdicts!: string;
  @Column('uuid', { name: 'last_check_id', nullable: true }) lastCheckId!: string | null;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('timestamptz', { name: 'last_seen_at', nullable: true }) lastSeenAt!: Date | null;
  @Column('timestamptz', { name: 'next_check_at', nullable: true }) nextCheckAt!: Date | null;
  @Column('text', { name: 'next_check_reason', nullable: true }) nextCheckReason!: string | null;
  @Column('text', { name: 'seen_rel', nullable: true }) seenRel!: string | null;
  @Column('text', { name: 'seen_anchor', nullable: true }) seenAnchor!: string | null;
  @Column('text', { name: 'finding_codes', array: true }) findingCodes!: string[];
  @Column('integer', { name: 'unmet_terms' }) unmetTerms!: number;
  @Column('integer', { name: 'broken_rules' }) brokenRules!: number;
  @Column('integer', { name: 'page_status', nullable: true }) pageStatus!: number | null;
  @Column('jsonb') memory!: object;
  @Column('text', { name: 'main_text_hash', nullable: true }) mainTextHash!: string | null;
  @Column('text', { name: 'evidence_hash', nullable: true }) evidenceHash!: string | null;
  @Column('text', { name: 'page_language', nullable: true }) pageLanguage!: string | null;
  @Column('text', { name: 'page_title', nullable: true }) pageTitle!: string | null;
  @Column('timestamptz', { name: 'page_changed_at', nullable: true }) pageChangedAt!: Date | null;
  @Column('boolean', { name: 'target_failing' }) targetFailing!: boolean;
  @Column('date', { name: 'seen_by_hand_until', nullable: true }) seenByHandUntil!: string | null;

  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
