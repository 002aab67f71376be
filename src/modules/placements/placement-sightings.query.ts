import { Injectable } from '@nestjs/common';
import { type Blob, BlobStore } from '../../platform/blobs/blob-store.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { PlacementChecksRepository } from './placement-checks.repository.js';
import type { SightingList } from './placement-sightings.dto.js';
import { PlacementSightingsRepository } from './placement-sightings.repository.js';

const SHOWN = 50;

/** Sights by hand, to look at. A placement that is not seen has none: rows of sights carry no client of their own. */
@Injectable()
export class PlacementSightings {
  constructor(
    private readonly database: Database,
    private readonly checks: PlacementChecksRepository,
    private readonly sightings: PlacementSightingsRepository,
    private readonly blobs: BlobStore,
  ) {}

  list(scope: WorkspaceScope, placementId: string): Promise<SightingList> {
    return this.database.inWorkspace(scope, async () => {
      await this.refuseUnseen(placementId);
      const rows = await this.sightings.ofPlacement(placementId, SHOWN);
      return {
        items: rows.map(({ pictureSha256, ...row }) => ({ ...row, hasPicture: pictureSha256 !== null })),
      };
    });
  }

  /** The picture of a sight. Throws `placement.not_found` and `placement.picture_not_found`. */
  picture(scope: WorkspaceScope, placementId: string, id: string): Promise<Blob> {
    return this.database.inWorkspace(scope, async () => {
      await this.refuseUnseen(placementId);
      const sha256 = await this.sightings.picture(placementId, id);
      const blob = sha256 === null ? null : await this.blobs.get(sha256.toString('hex'));
      if (blob === null) throw new AppError('placement.picture_not_found', { id });
      return blob;
    });
  }

  private async refuseUnseen(id: string): Promise<void> {
    if ((await this.checks.load([id])).length === 0) throw new AppError('placement.not_found', { id });
  }
}
