import { Injectable } from '@nestjs/common';
import { type Blob, BlobStore } from '../../platform/blobs/blob-store.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { ApprovalsRepository } from './approvals.repository.js';

/** Files that belong to what was asked: the very bytes of that moment. */
@Injectable()
export class ApprovalFiles {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalsRepository,
    private readonly blobs: BlobStore,
  ) {}

  /** Throws `approval.not_found`, `approval.file_not_found`. */
  async read(who: Principal, id: string, sha256: string): Promise<Blob & { readonly name: string }> {
    const record = await this.database.inWorkspace(scopeOf(who), () => this.approvals.one(id));
    const isVisible = record !== null && (who.clientIds?.includes(record.clientId) ?? true);
    if (!isVisible) throw new AppError('approval.not_found', { id });
    const file = record.content.files.find((one) => one.sha256 === sha256);
    const blob = file === undefined ? null : await this.blobs.get(file.sha256);
    if (file === undefined || blob === null) throw new AppError('approval.file_not_found');
    return { content: blob.content, mediaType: file.type, name: file.name };
  }
}
