import { Controller, Delete, Get, Put, Res, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Multipart, Rights } from '../../platform/http/decorators.js';
import type { FormFile } from '../../platform/http/form-file.js';
import { IdParam } from '../../platform/http/id-param.js';
import { answerKeptFile } from '../../platform/http/kept-file.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { ClientLogos } from './client-logos.service.js';
import { ClientView } from './clients.dto.js';

const LARGEST = 1024 * 1024;

@Controller('clients/:id/logo')
export class ClientLogosController {
  constructor(private readonly logos: ClientLogos) {}

  @Get()
  @Rights('read')
  @ApiProduces('image/png', 'image/jpeg', 'image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async getClientLogo(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    answerKeptFile(response, await this.logos.read(scopeOf(who), id));
  }

  /** Takes a logo for reports: PNG, JPEG or WebP, at most 1 MB. */
  @Put()
  @Rights('manage')
  @Multipart('logo', LARGEST)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['logo'],
      properties: { logo: { type: 'string', format: 'binary' } },
    },
  })
  setClientLogo(
    @Principal() who: Principal,
    @IdParam() id: string,
    @UploadedFile() logo: FormFile | undefined,
  ): Promise<ClientView> {
    return this.logos.set(scopeOf(who), id, logo?.buffer ?? null);
  }

  /** New reports show no logo then; those that were sent keep theirs. */
  @Delete()
  @Rights('manage')
  removeClientLogo(@Principal() who: Principal, @IdParam() id: string): Promise<ClientView> {
    return this.logos.remove(scopeOf(who), id);
  }
}
