import { Injectable } from '@nestjs/common';
import { documentName, documentType } from '../../core/placements/document-type.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { NewDocument } from './placement-documents.dto.js';
import { placementEvent } from './placement-events.js';
import { PlacementsRepository } from './placements.repository.js';
import { TermSourcesRepository } from './term-sources.repository.js';
import type { TermSourceView } from './terms.dto.js';

/** A file as it came in a form. */
export interface UploadedDocument {
  readonly content: Buffer;
  readonly name: string;
}

/** A document on its way out: what it is was read from its bytes. */
export interface StoredDocument {
  readonly content: Buffer;
  readonly name: string;
  readonly mediaType: string;
}

/** Documents that terms were agreed in, kept with the placement as sources. */
@Injectable()
export class PlacementDocumentsService {
  constructor(
    private readonly database: Database,
    private readonly placements: PlacementsRepository,
    private readonly sources: TermSourcesRepository,
    private readonly blobs: BlobStore,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `placement.not_found`, `placement.document_type` for what is no document. */
  async add(
    scope: WorkspaceScope,
    id: string,
    file: UploadedDocument,
    wish: NewDocument,
  ): Promise<TermSourceView> {
    const mediaType = documentType(file.content);
    if (mediaType === null) throw new AppError('placement.document_type');
    await this.database.inWorkspace(scope, () => this.found(id));
    const sha256 = await this.blobs.put(file.content, mediaType);
    return this.database.inWorkspace(scope, async () => {
      const placement = await this.found(id);
      const sourceId = newId();
      const name = documentName(file.name);
      await this.sources.insert([
        {
          id: sourceId,
          clientId: placement.clientId,
          placementId: id,
          terms: wish.terms ?? [],
          kind: 'document',
          reference: wish.reference?.trim() || name,
          agreedOn: wish.agreedOn ?? null,
          documentSha256: Buffer.from(sha256, 'hex'),
          documentName: name,
          recordedBy: scope.userId ?? null,
          recordedAt: this.clock.now(),
        },
      ]);
      await this.events.record(placementEvent('placement.document_added', placement, { sourceId }));
      return this.view(id, sourceId);
    });
  }

  /** Throws `placement.not_found`, `placement.document_not_found`. */
  async read(scope: WorkspaceScope, id: string, sourceId: string): Promise<StoredDocument> {
    const source = await this.database.inWorkspace(scope, async () => {
      await this.found(id);
      return this.sources.find(id, sourceId);
    });
    const sha256 = source?.documentSha256 ?? null;
    const blob = sha256 === null ? null : await this.blobs.get(sha256.toString('hex'));
    if (blob === null) throw new AppError('placement.document_not_found', { id: sourceId });
    return {
      content: blob.content,
      mediaType: documentType(blob.content) ?? 'application/octet-stream',
      name: source?.documentName ?? 'document',
    };
  }

  private async found(id: string) {
    const placement = await this.placements.find(id);
    if (placement === null) throw new AppError('placement.not_found', { id });
    return placement;
  }

  private async view(id: string, sourceId: string): Promise<TermSourceView> {
    const view = (await this.sources.ofPlacement(id)).find((source) => source.id === sourceId);
    if (view === undefined) throw new AppError('placement.document_not_found', { id: sourceId });
    return view;
  }
}
