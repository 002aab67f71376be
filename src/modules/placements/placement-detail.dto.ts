import { ApiProperty } from '@nestjs/swagger';
import { TARGET_PAGE_STATUSES, type TargetPageStatus } from '../../core/clients/target-page.js';
import { SEVERITIES, type Severity, VERDICTS, type Verdict } from '../../core/verifier/verdict.js';
import { ListPage } from '../../platform/http/list.dto.js';
import { PlacementRow } from './placement-row.dto.js';
import { TermSourceView } from './terms.dto.js';

/** A finding of the last check, with its sentence in the caller's language. */
export class FindingView {
  code!: string;
  @ApiProperty({ enum: SEVERITIES, enumName: 'Severity' })
  severity!: Severity;
  @ApiProperty({ type: Object, additionalProperties: true })
  params!: Record<string, unknown>;
  message!: string;
}

/** The state in one sentence. */
export class SentenceView {
  code!: string;
  @ApiProperty({ type: Object, additionalProperties: true })
  params!: Record<string, unknown>;
  text!: string;
}

export class LastCheckView {
  id!: string;
  at!: Date;
  @ApiProperty({ enum: VERDICTS, enumName: 'Verdict' })
  verdict!: Verdict;
  pageStatus!: number | null;
  finalUrl!: string | null;
  rendered!: boolean;
}

export class TargetPageOfPlacement {
  id!: string;
  url!: string;
  @ApiProperty({ enum: TARGET_PAGE_STATUSES, enumName: 'TargetPageStatus' })
  status!: TargetPageStatus;
  failingSince!: Date | null;
}

/** What the next checks build upon, as far as a person needs it. */
export class MemoryView {
  /** When the link was first seen to be missing, while that is being looked at again. */
  firstAbsentAt!: Date | null;
  /** How often it was seen missing since. */
  absentCount!: number;
  /** Since when the site gives no usable answer. */
  unreachableSince!: Date | null;
  /** How many checks in a row could not tell. */
  unverifiableCount!: number;
  /** The day until which a sight by hand counts. */
  seenByHandUntil!: string | null;
}

export class PlacementDetail extends PlacementRow {
  notes!: string;
  labellingAgreed!: boolean;
  closeReason!: string | null;
  replacedById!: string | null;
  /** The placement this one took the place of. */
  replacesId!: string | null;
  termSources!: TermSourceView[];
  findings!: FindingView[];
  sentence!: SentenceView;
  lastCheck!: LastCheckView | null;
  targetPage!: TargetPageOfPlacement | null;
  memory!: MemoryView;
}

export class TimelineEvent {
  id!: string;
  at!: Date;
  kind!: string;
  /** Who acted; null for the program. */
  actorName!: string | null;
  @ApiProperty({ type: Object, additionalProperties: true })
  params!: Record<string, unknown>;
  /** What happened, in the caller's language. */
  message!: string;
}

export class Timeline extends ListPage {
  items!: TimelineEvent[];
}
