import { Injectable } from '@nestjs/common';
import { formatById, formatTitle } from '../../core/imports/formats/registry.js';
import type { RecordMapping } from '../../core/imports/record-field.js';
import { decideDialect, openQuestions, type ValueDialect } from '../../core/imports/value-dialect.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { FileInspection } from '../../platform/tables/inspect-file.js';
import { nameOf, type StreamedFormFile } from '../../platform/uploads/streamed-file.js';
import { Uploads } from '../../platform/uploads/uploads.js';
import { BrandsService } from '../clients/brands.service.js';
import type { ImportEntity, ImportOptions } from './import.entity.js';
import type { ImportView } from './import-answers.dto.js';
import { headerHash, ImportFile } from './import-file.js';
import { ImportMappingsRepository, type RememberedMapping } from './import-mappings.repository.js';
import { NOTHING_READ } from './import-starts.js';
import { detailOf } from './import-views.js';
import { ImportsRepository } from './imports.repository.js';

const OPTIONS: ImportOptions = {
  defaults: { type: 'guest_post', compensation: 'none' },
  mode: 'fill',
  alsoProspects: false,
  alsoConditions: false,
  tags: [],
  status: null,
  isComplete: false,
  observedOn: null,
};

/** Columns of the file's first reading, kept with the import; longer cells are cut for the screen. */
const LONGEST_CELL = 200;

/** Files on their way in: each is looked through once, so that a broken one is refused at once, and what it is is proposed. */
@Injectable()
export class ImportUploads {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly file: ImportFile,
    private readonly imports: ImportsRepository,
    private readonly mappings: ImportMappingsRepository,
    private readonly brands: BrandsService,
    private readonly clock: Clock,
  ) {}

  /** Takes a file in. Refuses what is no table; the file is removed then. */
  async take(scope: WorkspaceScope, file: StreamedFormFile, brandId: string | null): Promise<ImportView> {
    const { upload } = file;
    try {
      const place = { uploadId: upload.id, fileSize: upload.size, fileSha256: null };
      const found = await this.file.inspect(scope, place);
      return await this.database.inWorkspace(scope, async () => {
        const clientId = await clientOf(this.brands, scope, brandId);
        await this.uploads.claim(upload.id);
        const row = { ...this.blank(scope, { brandId, clientId }), ...place };
        const known = await this.mappings.find(headerHash(found.headers));
        const whole = { ...row, fileName: nameOf(file.originalname), ...readingOf(found, known) };
        await this.imports.insert(whole);
        return detailOf(whole);
      });
    } catch (error) {
      await this.uploads.remove(scope, upload.id);
      throw error;
    }
  }

  /** Reads another sheet of the workbook, or another file of the archive, instead. */
  async choose(scope: WorkspaceScope, id: string, sheet: string): Promise<ImportView> {
    const before = await this.database.inWorkspace(scope, () => this.imports.find(id));
    if (before === null) throw new AppError('import.not_found', { id });
    const found = await this.file.inspect(scope, before, sheet);
    return this.database.inWorkspace(scope, async () => {
      const row = await this.imports.lock(id);
      if (row?.state !== 'uploaded' && row?.state !== 'tried')
        throw new AppError('import.not_now', { state: row?.state ?? '' });
      const known = await this.mappings.find(headerHash(found.headers));
      const change = { ...readingOf(found, known), ...NOTHING_READ, state: 'uploaded' as const };
      await this.imports.update(id, change);
      return detailOf({ ...row, ...change });
    });
  }

  private blank(
    scope: WorkspaceScope,
    { brandId, clientId }: { brandId: string | null; clientId: string | null },
  ): Omit<
    ImportEntity,
    'fileName' | 'uploadId' | 'fileSize' | 'fileSha256' | keyof ReturnType<typeof readingOf>
  > {
    const createdAt = this.clock.now();
    return {
      workspaceId: scope.workspaceId,
      id: newId(createdAt),
      clientId,
      brandId,
      ground: null,
      groundNote: '',
      state: 'uploaded',
      jobId: null,
      ...NOTHING_READ,
      errorCode: null,
      limitedTo: scope.clientIds === undefined || scope.clientIds === null ? null : [...scope.clientIds],
      createdBy: scope.userId ?? null,
      createdAt,
      finishedAt: null,
      undoneAt: null,
    };
  }
}

/** The client of a brand. A member limited to clients names the brand, because the rows must be theirs. */
export async function clientOf(
  brands: BrandsService,
  scope: WorkspaceScope,
  brandId: string | null,
): Promise<string | null> {
  if (brandId !== null) return (await brands.forNew(brandId)).clientId;
  if (scope.clientIds !== undefined && scope.clientIds !== null) throw new AppError('import.brand_needed');
  return null;
}

/** What an inspection says of a file, with the mapping a person gave such a file before. */
function readingOf(found: FileInspection, known: RememberedMapping | null) {
  const { recognition, sample, dialect } = found;
  const mapping: RecordMapping = known?.mapping ?? recognition.mapping;
  const format = recognition.format === null ? undefined : formatById(recognition.format);
  const values = known === null ? found.valueDialect : decided(found, mapping);
  return {
    format: recognition.format ?? '',
    content: known?.content ?? recognition.content,
    dialect: { table: dialect, values },
    recognition: {
      formatName: format ? formatTitle(format) : null,
      confidence: recognition.confidence,
      remembered: known !== null,
      sheets: found.sheets.map(({ isChosen, confidence: _, ...sheet }) => ({ ...sheet, chosen: isChosen })),
      refused: recognition.refused,
      questions: openQuestions(mapping, sample, values),
    },
    columns: found.headers.map((name, index) => ({
      name: name.slice(0, LONGEST_CELL),
      sample: found.firstRows.map((cells) => (cells[index] ?? '').slice(0, LONGEST_CELL)),
    })),
    mapping,
    options: known === null ? OPTIONS : { ...OPTIONS, ...known.options },
    totalRows: found.totalRows,
  };
}

/** How the values are written, as the columns of another mapping show it. */
function decided({ dialect, valueDialect, sample }: FileInspection, mapping: RecordMapping): ValueDialect {
  const dateOrder = valueDialect.dateOrder === 'unknown' ? {} : { dateOrder: valueDialect.dateOrder };
  return decideDialect(mapping, sample, { isWorkbook: dialect.kind === 'xlsx', ...dateOrder });
}
