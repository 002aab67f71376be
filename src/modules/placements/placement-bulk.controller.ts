import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import { BulkWish } from './placement-bulk.dto.js';
import { PlacementBulkService } from './placement-bulk.service.js';
import { TargetMoves } from './target-move.dto.js';
import { TargetMoveService } from './target-move.service.js';

@Controller()
export class PlacementBulkController {
  constructor(
    private readonly bulk: PlacementBulkService,
    private readonly moves: TargetMoveService,
  ) {}

  /** Does one act with many placements, in the background. */
  @Post('placements/bulk')
  @HttpCode(202)
  @Rights('write')
  actOnPlacements(@Principal() who: Principal, @Body() body: BulkWish): Promise<StartedJob> {
    return this.bulk.start(who, body);
  }

  /** Moves target pages: old addresses become new ones for all placements of a brand, in the background. */
  @Post('target-pages/move')
  @HttpCode(202)
  @Rights('manage')
  moveTargetPages(@Principal() who: Principal, @Body() body: TargetMoves): Promise<StartedJob> {
    return this.moves.start(scopeOf(who), body);
  }
}
