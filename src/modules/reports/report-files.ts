import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { ReportContent } from '../../core/reports/content.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { AppError } from '../../platform/errors/app-error.js';
import { answerKeptFile } from '../../platform/http/kept-file.js';
import { answerTable } from '../../platform/http/table-answer.js';
import { sheetOf } from './report-sheet.js';

/** Answers with the files of a report: its sheet and the logo it was made with. */
@Injectable()
export class ReportFiles {
  constructor(private readonly blobs: BlobStore) {}

  async sheet(response: Response, content: ReportContent): Promise<void> {
    const { name, columns, rows } = sheetOf(content);
    await answerTable(response, { name, format: 'xlsx', columns }, rows);
  }

  /** Throws `report.no_logo`. */
  async logo(response: Response, { logo }: Pick<ReportContent, 'logo'>): Promise<void> {
    const blob = logo === null ? null : await this.blobs.get(logo.sha256);
    if (logo === null || blob === null) throw new AppError('report.no_logo');
    answerKeptFile(response, { content: blob.content, mediaType: logo.type });
  }
}
