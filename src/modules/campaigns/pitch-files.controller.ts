import { Body, Controller, Delete, Get, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { AppError } from '../../platform/errors/app-error.js';
import { Multipart, Rights } from '../../platform/http/decorators.js';
import type { FormFile } from '../../platform/http/form-file.js';
import { IdParam } from '../../platform/http/id-param.js';
import { answerKeptFile } from '../../platform/http/kept-file.js';
import { Principal } from '../../platform/http/principal.js';
import { PitchDetail } from './pitch-detail.dto.js';
import { NewPitchFile } from './pitch-files.dto.js';
import { PitchFiles } from './pitch-files.service.js';

const LARGEST = 10 * 1024 * 1024;

@Controller()
export class PitchFilesController {
  constructor(private readonly files: PitchFiles) {}

  /** Adds a file (PDF, picture, office file or text, at most 10 MB) to an own field of the pitch. */
  @Post('pitches/:id/files')
  @Rights('write')
  @Multipart('file', LARGEST)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'field'],
      properties: { file: { type: 'string', format: 'binary' }, field: { type: 'string' } },
    },
  })
  addPitchFile(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewPitchFile,
    @UploadedFile() file: FormFile | undefined,
  ): Promise<PitchDetail> {
    if (file === undefined) throw new AppError('pitch.file_missing');
    // Names in forms are UTF-8 (RFC 7578, 5.1), which multer hands on as if they were Latin-1.
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
    return this.files.add(who, id, body.field, { content: file.buffer, name });
  }

  /** The file, always as a download. */
  @Get('pitch-files/:id')
  @Rights('read')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async getPitchFile(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.read(who, id);
    response.attachment(file.name);
    answerKeptFile(response, file);
  }

  @Delete('pitch-files/:id')
  @Rights('write')
  removePitchFile(@Principal() who: Principal, @IdParam() id: string): Promise<PitchDetail> {
    return this.files.remove(who, id);
  }
}
