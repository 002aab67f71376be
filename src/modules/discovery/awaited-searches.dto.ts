import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { MATCH_STEPS, type MatchStep } from '../../core/placements/terms.js';
import { IsWebAddress } from '../../platform/http/field-rules.js';

export const AWAITED_RESULTS = ['found', 'not_found', 'no_feed', 'could_not_read'] as const;
/** How the last search for an awaited link ended; `no_feed`: the site lists its new pages nowhere we know. */
export type AwaitedResult = (typeof AWAITED_RESULTS)[number];

export class CandidateView {
  url!: string;
  /** How near its best link comes to the agreed target. */
  @ApiProperty({ enum: MATCH_STEPS, enumName: 'MatchStep' })
  step!: MatchStep;
  /** When it was read, as an ISO instant. */
  readAt!: string;
}

export class AwaitedSearchView {
  placementId!: string;
  /** Whether there is something to look for: the placement is awaited, its site is known and its page is not. */
  isSearched!: boolean;
  searchedAt!: Date | null;
  nextSearchAt!: Date | null;
  @ApiProperty({ enum: AWAITED_RESULTS, enumName: 'AwaitedResult', nullable: true })
  result!: AwaitedResult | null;
  candidates!: CandidateView[];
}

export class CandidateChoice {
  @IsString()
  @IsWebAddress()
  url!: string;
}
