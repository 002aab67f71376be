import { ApiProperty } from '@nestjs/swagger';
import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_LABELS,
  PLACEMENT_STATES,
  PLACEMENT_TYPES,
  type PlacementLabel,
  type PlacementState,
  type PlacementType,
} from '../../core/placements/placement.js';
import { VERDICTS, type Verdict } from '../../core/verifier/verdict.js';
import { ListPage } from '../../platform/http/list.dto.js';
import { TermsView } from './terms.dto.js';

/** What the last check that could tell saw of the link. */
export class SeenView {
  /** Rel tokens as they stand on the link; null while nothing was seen. */
  rel!: string | null;
  anchor!: string | null;
  /** HTTP status of the page at the last check. */
  status!: number | null;
  /** The weightiest finding of the last check. */
  code!: string | null;
}

/** A placement as lists show it. */
export class PlacementRow {
  id!: string;
  @ApiProperty({ enum: PLACEMENT_STATES, enumName: 'PlacementState' })
  state!: PlacementState;
  stateSince!: Date;
  /** Something looked worse and is being looked at again before anything is said. */
  rechecking!: boolean;
  /** Awaited, and its due day has passed. */
  overdue!: boolean;
  /** Imported, and already gone at the first check: never counted as lost. */
  isBaselineRemoved!: boolean;
  /** Null while the page is not known. */
  sourceUrl!: string | null;
  sourceHost!: string;
  siteId!: string | null;
  targetUrl!: string;
  targetPath!: string;
  clientId!: string;
  clientName!: string;
  brandId!: string;
  brandName!: string;
  ownerMemberId!: string | null;
  ownerName!: string | null;
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type!: PlacementType;
  @ApiProperty({ enum: COMPENSATIONS, enumName: 'Compensation' })
  compensation!: Compensation;
  @ApiProperty({ enum: PLACEMENT_LABELS, enumName: 'PlacementLabel', nullable: true })
  label!: PlacementLabel | null;
  terms!: TermsView;
  seen!: SeenView;
  findingCodes!: string[];
  /** Agreed terms that the last check saw not met. */
  unmetTerms!: number;
  /** Rules of search engines that the last check saw broken. */
  brokenRules!: number;
  /** Verdicts of the last ten checks, oldest first. */
  @ApiProperty({ enum: VERDICTS, enumName: 'Verdict', isArray: true })
  lastVerdicts!: Verdict[];
  checkedAt!: Date | null;
  lastSeenAt!: Date | null;
  nextCheckAt!: Date | null;
  nextCheckReason!: string | null;
  dueOn!: string | null;
  /** The brand's own page it leads to fails, so nothing gets worse because of it. */
  targetFailing!: boolean;
  importId!: string | null;
  /** The campaign and the pitch it was agreed in. */
  campaignId!: string | null;
  pitchId!: string | null;
  /** Send it back with a change; a stale one is refused. */
  revision!: number;
  createdAt!: Date;
  archivedAt!: Date | null;
}

export class PlacementList extends ListPage {
  items!: PlacementRow[];
}

export class CountsByState {
  awaited!: number;
  live!: number;
  differs!: number;
  removed!: number;
  site_down!: number;
  site_gone!: number;
  check_by_hand!: number;
  ended!: number;
  released!: number;
  replaced!: number;
}

export class PlacementCounts {
  all!: number;
  byState!: CountsByState;
  /** Links that count as live: a link that could not be checked keeps counting. */
  liveCount!: number;
  unlabelled!: number;
  overdue!: number;
  rechecking!: number;
}
