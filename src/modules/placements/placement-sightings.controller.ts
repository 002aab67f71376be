import { Body, Controller, Get, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { Multipart, Rights } from '../../platform/http/decorators.js';
import type { FormFile } from '../../platform/http/form-file.js';
import { IdParam } from '../../platform/http/id-param.js';
import { answerKeptFile } from '../../platform/http/kept-file.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { NewSighting, SightingList, SightingView } from './placement-sightings.dto.js';
import { PlacementSightings } from './placement-sightings.query.js';
import { PlacementSightingsService } from './placement-sightings.service.js';

const LARGEST = 5 * 1024 * 1024;

@Controller('placements')
export class PlacementSightingsController {
  constructor(
    private readonly sightings: PlacementSightingsService,
    private readonly kept: PlacementSightings,
  ) {}

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

  /** When somebody saw the link with their own eyes, newest first. */
  @Get(':id/sightings')
  @Rights('read')
  listSightings(@Principal() who: Principal, @IdParam() id: string): Promise<SightingList> {
    return this.kept.list(scopeOf(who), id);
  }

  /** The picture that proves a sight. */
  @Get(':id/sightings/:sightingId/picture')
  @Rights('read')
  @ApiOkResponse({ content: { 'image/*': { schema: { type: 'string', format: 'binary' } } } })
  async getSightingPicture(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('sightingId') sightingId: string,
    @Res() response: Response,
  ): Promise<void> {
    answerKeptFile(response, await this.kept.picture(scopeOf(who), id, sightingId));
  }
}
