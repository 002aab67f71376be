import { ApiProperty } from '@nestjs/swagger';
import {
  EXCLUSION_REASONS,
  type ExclusionReason,
  PROSPECT_STATUSES,
  type ProspectStatus,
  STAGES,
  type Stage,
} from '../../core/prospects/prospect.js';
import { ListPage } from '../../platform/http/list.dto.js';

/** A tag or topic as a row shows it. */
export class TagLabel {
  id!: string;
  name!: string;
}

/** A metric of a site as its source measured it last. */
export class ShownMetric {
  source!: string;
  metric!: string;
  value!: number;
  @ApiProperty({ format: 'date' })
  measuredOn!: string;
}

/** A client that wants no link from the site. */
export class ShownExclusion {
  clientId!: string;
  clientName!: string;
  @ApiProperty({ enum: EXCLUSION_REASONS, enumName: 'ExclusionReason' })
  reason!: ExclusionReason;
}

/** Who stands behind the site. */
export class ShownPublisher {
  id!: string;
  name!: string;
}

/** A prospect as the list shows it. */
export class ProspectRow {
  id!: string;
  siteId!: string;
  siteKey!: string;
  displayHost!: string;
  @ApiProperty({ enum: PROSPECT_STATUSES, enumName: 'ProspectStatus' })
  status!: ProspectStatus;
  ownerMemberId!: string | null;
  ownerName!: string | null;
  /** Until when the owner's lock holds; null without one, or when it is over. */
  lockUntil!: Date | null;
  isLockedByOther!: boolean;
  language!: string | null;
  country!: string | null;
  tags!: TagLabel[];
  topics!: TagLabel[];
  fitYes!: number;
  fitNo!: number;
  /** Questions there are. */
  fitOf!: number;
  doNotContact!: boolean;
  contactCount!: number;
  lastTouchAt!: Date | null;
  lastTouchMemberName!: string | null;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  /** The metrics `show` asks for, as far as they are known. */
  metrics!: ShownMetric[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  })
  custom!: Record<string, string | number | boolean>;
  exclusions!: ShownExclusion[];
  @ApiProperty({ type: () => ShownPublisher, nullable: true })
  publisher!: ShownPublisher | null;
  /** The beginning of the notes. */
  notes!: string;
  revision!: number;
  createdAt!: Date;
  updatedAt!: Date;
  archivedAt!: Date | null;
}

export class ProspectList extends ListPage {
  items!: ProspectRow[];
}

/** Prospects by status. */
export class ProspectsByStatus {
  new!: number;
  researching!: number;
  qualified!: number;
  paused!: number;
  unfit!: number;
}

/** Numbers over the filtered list; the filter's own statuses are left aside in `byStatus` and `all`. */
export class ProspectCounts {
  all!: number;
  byStatus!: ProspectsByStatus;
  /** Owned by whoever asks. */
  mine!: number;
  unowned!: number;
  doNotContact!: number;
}
