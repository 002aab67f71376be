import { Body, Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { AppError } from '../../platform/errors/app-error.js';
import { Multipart, Rights } from '../../platform/http/decorators.js';
import type { FormFile } from '../../platform/http/form-file.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { DoNotContact } from './do-not-contact.service.js';
import { SuppressionImporting } from './suppression-importing.service.js';
import {
  NewSuppression,
  SuppressionImport,
  SuppressionImportResult,
  SuppressionLift,
  SuppressionList,
  SuppressionsQuery,
  SuppressionView,
} from './suppressions.dto.js';

/** The largest file of addresses and domains, in bytes. */
const LARGEST_LIST = 10 * 1_048_576;

@Controller('suppressions')
export class SuppressionsController {
  constructor(
    private readonly list: DoNotContact,
    private readonly importing: SuppressionImporting,
  ) {}

  /** Sites and addresses nobody of the team may contact, newest first. */
  @Get()
  @Rights('read')
  listSuppressions(@Principal() who: Principal, @Query() query: SuppressionsQuery): Promise<SuppressionList> {
    return this.list.list(scopeOf(who), query);
  }

  /** Nobody of the team may contact the site, or write to the address, from now on; mail that waits is stopped. */
  @Post()
  @Rights('write')
  addSuppression(@Principal() who: Principal, @Body() body: NewSuppression): Promise<SuppressionView> {
    return this.list.add(who, body);
  }

  /** Takes a list of addresses and domains: CSV with one a row, alone or in a column named address or domain. What is neither is named by its line. */
  @Post('import')
  @HttpCode(200)
  @Rights('write')
  @Multipart('file', LARGEST_LIST)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'provenance'],
      properties: {
        file: { type: 'string', format: 'binary' },
        provenance: { type: 'string' },
        reason: { $ref: '#/components/schemas/SuppressionReason' },
        clientId: { type: 'string', format: 'uuid' },
      },
    },
  })
  importSuppressions(
    @Principal() who: Principal,
    @Body() body: SuppressionImport,
    @UploadedFile() file: FormFile | undefined,
  ): Promise<SuppressionImportResult> {
    if (file === undefined) throw new AppError('suppression.file_unreadable');
    return this.importing.take(who, body, file.buffer);
  }

  /** Takes an entry off the list, with the reason. What a person asked for themselves a manager alone may lift. */
  @Post(':id/lift')
  @HttpCode(204)
  @Rights('write')
  liftSuppression(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: SuppressionLift,
  ): Promise<void> {
    return this.list.lift(who, id, body.reason);
  }
}
