import { Body, Controller, Get, Post, Res, UploadedFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { AppError } from '../../platform/errors/app-error.js';
import { Multipart, Rights } from '../../platform/http/decorators.js';
import type { FormFile } from '../../platform/http/form-file.js';
import { IdParam } from '../../platform/http/id-param.js';
import { answerKeptFile } from '../../platform/http/kept-file.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { NewDocument } from './placement-documents.dto.js';
import { PlacementDocumentsService } from './placement-documents.service.js';
import { TermSourceView } from './terms.dto.js';

const LARGEST = 10 * 1024 * 1024;

@Controller('placements')
export class PlacementDocumentsController {
  constructor(private readonly documents: PlacementDocumentsService) {}

  /** Adds a document (PDF, picture, office file or text, at most 10 MB) as the source of terms. */
  @Post(':id/documents')
  @Rights('write')
  @Multipart('file', LARGEST)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        reference: { type: 'string' },
        agreedOn: { type: 'string', format: 'date' },
        terms: { type: 'string' },
      },
    },
  })
  addDocument(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: NewDocument,
    @UploadedFile() file: FormFile | undefined,
  ): Promise<TermSourceView> {
    if (file === undefined) throw new AppError('placement.document_missing');
    // Names in forms are UTF-8 (RFC 7578, 5.1), which multer hands on as if they were Latin-1.
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
    return this.documents.add(scopeOf(who), id, { content: file.buffer, name }, body);
  }

  /** The document of a term source, always as a download. */
  @Get(':id/documents/:sourceId')
  @Rights('read')
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async getDocument(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('sourceId') sourceId: string,
    @Res() response: Response,
  ): Promise<void> {
    const document = await this.documents.read(scopeOf(who), id, sourceId);
    response.attachment(document.name);
    answerKeptFile(response, document);
  }
}
