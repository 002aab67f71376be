import { Injectable } from '@nestjs/common';
import { documentName, documentType } from '../../core/placements/document-type.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { invalid } from './campaign-wish.js';
import { PitchActs } from './pitch-acts.js';
import type { PitchDetail } from './pitch-detail.dto.js';
import { PitchFilesRepository } from './pitch-files.repository.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { PitchWork } from './pitch-work.js';
import type { HeldPitch } from './pitches.repository.js';

/** Files a pitch keeps at most. */
const MOST = 50;

/** A file on its way out: what it is was read from its bytes. */
export interface StoredFile {
  readonly content: Buffer;
  readonly name: string;
  readonly mediaType: string;
}

/** Files that belong to own fields of pitches: drafts, images. */
@Injectable()
export class PitchFiles {
  constructor(
    private readonly database: Database,
    private readonly work: PitchWork,
    private readonly files: PitchFilesRepository,
    private readonly parts: PitchPartsRepository,
    private readonly acts: PitchActs,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
  ) {}

  /** Throws `pitch.not_found`, `pitch.archived`, `pitch.file_type`, `pitch.file_too_many`, `request.invalid` for a field that takes no files. */
  async add(
    who: Principal,
    id: string,
    field: string,
    file: { readonly content: Buffer; readonly name: string },
  ): Promise<PitchDetail> {
    const mediaType = documentType(file.content);
    if (mediaType === null) throw new AppError('pitch.file_type');
    await this.database.inWorkspace(scopeOf(who), async () => this.refuse(await this.work.held(id), field));
    const sha256 = await this.blobs.put(file.content, mediaType);
    return this.work.act(who, id, async (held) => {
      await this.refuse(held, field);
      const row = {
        id: newId(this.clock.now()),
        clientId: held.clientId,
        pitchId: id,
        fieldKey: field,
        name: documentName(file.name),
        type: mediaType,
        size: file.content.length,
        sha256: Buffer.from(sha256, 'hex'),
        addedBy: who.userId,
        addedAt: this.clock.now(),
      };
      await this.files.insert(row);
      const params = { fields: [field], fileId: row.id };
      await this.acts.write(held, {}, { kind: 'pitch.changed', params });
    });
  }

  /** Throws `pitch.file_not_found`. */
  async read(who: Principal, id: string): Promise<StoredFile> {
    const row = await this.database.inWorkspace(scopeOf(who), () => this.files.find(id));
    const blob = row === null ? null : await this.blobs.get(row.sha256.toString('hex'));
    if (row === null || blob === null) throw new AppError('pitch.file_not_found', { id });
    return { content: blob.content, name: row.name, mediaType: row.type };
  }

  /** Throws `pitch.file_not_found`, `pitch.archived`. */
  remove(who: Principal, id: string): Promise<PitchDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.files.find(id);
      if (row === null) throw new AppError('pitch.file_not_found', { id });
      return this.work.act(who, row.pitchId, async (held) => {
        if (held.archivedAt !== null) throw new AppError('pitch.archived', { id: held.id });
        await this.files.archive(id, this.clock.now());
        const params = { fields: [row.fieldKey], removedFileId: id };
        await this.acts.write(held, {}, { kind: 'pitch.changed', params });
      });
    });
  }

  private async refuse(held: HeldPitch, field: string): Promise<void> {
    if (held.archivedAt !== null) throw new AppError('pitch.archived', { id: held.id });
    const own = this.acts.kindOf(held).fields.find(({ key }) => key === field);
    if (own?.type !== 'files') throw invalid('field', 'in', 'must be a field of the kind that takes files');
    const { files } = await this.parts.around(held);
    const count = Object.values(files).reduce((sum, n) => sum + n, 0);
    if (count >= MOST) throw new AppError('pitch.file_too_many', { most: MOST });
  }
}
