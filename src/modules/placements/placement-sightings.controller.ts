import { Body, Controller, Post, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Multipart, Rights } from '../../platform/http/decorators.js';
import type { FormFile } from '../../platform/http/form-file.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { NewSighting, SightingView } from './placement-sightings.dto.js';
import { PlacementSightingsService } from './placement-sightings.service.js';

const LARGEST = 5 * 1024 * 1024;

@Controller('placements')
export class PlacementSightingsController {
  constructor(private readonly sightings: PlacementSightingsService) {}

  /** Records that somebody has seen the link with their own eyes; a picture (PNG, JPEG, WebP, at most 5 MB) may prove it. */
  @Post(':id/seen-by-hand')
  @Rights('write')
  @Multipart('picture', LARGEST)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['countsUntil'],
      properties: {
        countsUntil: { type: 'string', format: 'date' },
        note: { type: 'string' },
        picture: { type: 'string', format: 'binary' },
      },
    },
  })
  recordSighting(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewSighting,
    @UploadedFile() picture: FormFile | undefined,
  ): Promise<SightingView> {
    return this.sightings.record(scopeOf(who), id, { ...body, picture: picture?.buffer ?? null });
  }
}
