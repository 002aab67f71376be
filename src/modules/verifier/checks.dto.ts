import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { PLACEMENT_STATES, type PlacementState } from '../../core/placements/placement.js';
import { MATCH_STEPS, type MatchStep, REGIONS, type Region } from '../../core/placements/terms.js';
import { SEVERITIES, type Severity, VERDICTS, type Verdict } from '../../core/verifier/verdict.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';

export const CHECK_ORIGINS = ['schedule', 'asked', 'by_hand'] as const;
export type CheckOrigin = (typeof CHECK_ORIGINS)[number];

/** A check that was asked for; its progress comes on the stream. */
export class AskedCheck {
  placementId!: string;
}

export class ChecksQuery extends ListQuery {}

/** A finding of a check, with its sentence in the caller's language. */
export class CheckFinding {
  code!: string;
  @ApiProperty({ enum: SEVERITIES, enumName: 'Severity' })
  severity!: Severity;
  @ApiProperty({ type: Object, additionalProperties: true })
  params!: Record<string, string | number | boolean | null>;
  message!: string;
}

export class CheckRedirect {
  url!: string;
  status!: number;
}

/** Whether robots.txt let each reader in. */
export class CheckRobots {
  own!: boolean;
  googlebot!: boolean;
}

/** The link as it was seen. */
export class CheckSeen {
  href!: string;
  rel!: string[];
  anchor!: string;
  @ApiProperty({ enum: REGIONS, enumName: 'Region' })
  region!: Region;
  hidden!: boolean;
  inNoscript!: boolean;
  /** Whether Google follows it. */
  followed!: boolean;
  @ApiProperty({ enum: MATCH_STEPS, enumName: 'MatchStep' })
  match!: MatchStep;
  context!: string;
  heading!: string | null;
}

/** One visit to a placement's page, or a sight by hand. */
export class CheckView {
  id!: string;
  at!: Date;
  @ApiProperty({ enum: VERDICTS, enumName: 'Verdict' })
  verdict!: Verdict;
  @ApiProperty({ enum: PLACEMENT_STATES, enumName: 'PlacementState' })
  stateAfter!: PlacementState;
  @ApiProperty({ enum: CHECK_ORIGINS, enumName: 'CheckOrigin' })
  origin!: CheckOrigin;
  findings!: CheckFinding[];
  pageStatus!: number | null;
  finalUrl!: string | null;
  redirects!: CheckRedirect[];
  @ApiProperty({ type: () => CheckRobots, nullable: true })
  robots!: CheckRobots | null;
  @ApiProperty({ type: () => CheckSeen, nullable: true })
  seen!: CheckSeen | null;
  rendered!: boolean;
  durationMs!: number;
  /** Names the evidence of this check; null when no page was read. */
  evidenceHash!: string | null;
}

export class CheckList extends ListPage {
  items!: CheckView[];
}

export class EvidenceQuery {
  /** The check whose evidence is wanted; the last one with evidence where absent. */
  @IsOptional()
  @IsUUID()
  checkId?: string;
}

/** One place where the page links to the target's site. */
export class EvidenceOccurrence {
  href!: string;
  rel!: string[];
  anchor!: string;
  region!: string;
  match!: string;
  /** The exact HTML around it, as text. */
  html!: string;
}

/** A line of the difference to the evidence before. */
export class EvidenceLine {
  @ApiProperty({ enum: ['same', 'added', 'removed'], enumName: 'DiffKind' })
  kind!: 'same' | 'added' | 'removed';
  text!: string;
}

export class EvidenceBefore {
  at!: Date;
  html!: string;
}

/** What proves a check. HTML is given as text and never to be shown as HTML. */
export class EvidenceView {
  checkId!: string;
  at!: Date;
  url!: string | null;
  status!: number | null;
  html!: string;
  /** The last evidence before it that was another; null when there is none. */
  @ApiProperty({ type: () => EvidenceBefore, nullable: true })
  before!: EvidenceBefore | null;
  /** What changed since then; only `same` lines when there is nothing before. */
  diff!: EvidenceLine[];
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  headers!: Record<string, string>;
  occurrences!: EvidenceOccurrence[];
  rendered!: boolean;
  bodySha256!: string;
  bodyBytes!: number;
  hash!: string;
}
