import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { PlacementActsService } from './placement-acts.service.js';
import { PlacementRow } from './placement-row.dto.js';
import { AcceptWish, EndWish, ReleaseWish, Replacement } from './placement-wish.dto.js';

@Controller('placements')
export class PlacementActsController {
  constructor(private readonly acts: PlacementActsService) {}

  /** Writes what was seen down as what was agreed, with today's date. */
  @Post(':id/accept')
  @HttpCode(200)
  @Rights('write')
  acceptPlacement(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: AcceptWish,
  ): Promise<PlacementRow> {
    return this.acts.accept(scopeOf(who), id, { note: body.note, locale: who.locale });
  }

  /** Ends a placement: it is no longer checked. */
  @Post(':id/end')
  @HttpCode(200)
  @Rights('write')
  endPlacement(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: EndWish,
  ): Promise<PlacementRow> {
    return this.acts.end(scopeOf(who), id, body.reason);
  }

  /** Lets the partner go who asked for it. */
  @Post(':id/release')
  @HttpCode(200)
  @Rights('write')
  releasePlacement(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: ReleaseWish,
  ): Promise<PlacementRow> {
    return this.acts.release(scopeOf(who), id, body.reason);
  }

  /** Puts a new placement in the place of this one, with the same deal; answers the new one. */
  @Post(':id/replace')
  @Rights('write')
  replacePlacement(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: Replacement,
  ): Promise<PlacementRow> {
    return this.acts.replace(scopeOf(who), id, body);
  }

  /** An ended, released or replaced placement is awaited again. */
  @Post(':id/reopen')
  @HttpCode(200)
  @Rights('write')
  reopenPlacement(@Principal() who: Principal, @IdParam() id: string): Promise<PlacementRow> {
    return this.acts.reopen(scopeOf(who), id);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archivePlacement(@Principal() who: Principal, @IdParam() id: string): Promise<PlacementRow> {
    return this.acts.archive(scopeOf(who), id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Rights('write')
  restorePlacement(@Principal() who: Principal, @IdParam() id: string): Promise<PlacementRow> {
    return this.acts.restore(scopeOf(who), id);
  }
}
