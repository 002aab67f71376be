import { Injectable } from '@nestjs/common';
import { rememberByHand } from '../../core/verifier/memory.js';
import { pictureType } from '../../core/verifier/picture-type.js';
import { isClosed } from '../../core/verifier/placement-memory.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { Notify } from '../../platform/events/notify.js';
import { byHandRecord, stateChanged } from './check-history.js';
import type { CheckRow } from './check-row.js';
import { PlacementChecksRepository } from './placement-checks.repository.js';
import { PLACEMENT_NEWS } from './placement-checks.service.js';
import { invalidField } from './placement-facts.js';
import type { NewSighting, SightingView } from './placement-sightings.dto.js';
import { PlacementSightingsRepository } from './placement-sightings.repository.js';
import { nextColumns } from './recorded-check.js';
import { memoryColumns, readMemory } from './stored-memory.js';

/** Sights by hand: a person has looked at the page and seen the link. */
@Injectable()
export class PlacementSightingsService {
  constructor(
    private readonly database: Database,
    private readonly checks: PlacementChecksRepository,
    private readonly sightings: PlacementSightingsRepository,
    private readonly blobs: BlobStore,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /**
   * Records a sight, with a picture if there is one. Throws `placement.not_found`, `placement.picture_type`,
   * `placement.act_not_allowed` for a closed placement, and `request.invalid` for a day that is past or over a year away.
   */
  async record(
    scope: WorkspaceScope,
    id: string,
    wish: NewSighting & { picture: Buffer | null },
  ): Promise<SightingView> {
    const mediaType = wish.picture === null ? null : pictureType(wish.picture);
    if (wish.picture !== null && mediaType === null) throw new AppError('placement.picture_type');
    await this.database.inWorkspace(scope, () => this.locked(id));
    const sha256 =
      wish.picture === null || mediaType === null ? null : await this.blobs.put(wish.picture, mediaType);
    return this.database.inWorkspace(scope, async () => {
      const row = await this.locked(id);
      const endsAt = await this.endOf(wish.countsUntil);
      const sighting = {
        id: newId(this.clock.now()),
        placementId: id,
        at: this.clock.now(),
        countsUntil: wish.countsUntil,
        note: wish.note?.trim() ?? '',
        pictureSha256: sha256 === null ? null : Buffer.from(sha256, 'hex'),
        recordedBy: scope.userId ?? null,
      };
      await this.sightings.insert(sighting);
      await this.remember(row, sighting, endsAt);
      const { pictureSha256, ...view } = sighting;
      return { ...view, hasPicture: pictureSha256 !== null };
    });
  }

  private async remember(
    row: CheckRow,
    sighting: { id: string; at: Date; countsUntil: string },
    endsAt: Date,
  ): Promise<void> {
    const { at, countsUntil } = sighting;
    const { memory, change } = rememberByHand(readMemory(row), at.getTime(), endsAt.getTime());
    const checkId = newId(at);
    const next = nextColumns(row, memory, at.getTime(), Math.random());
    await this.checks.saveMemory(row.id, { ...memoryColumns(memory), ...next });
    await this.checks.insertChecks([byHandRecord(checkId, row.id, at, memory.state)]);
    await this.sightings.mark(row.id, countsUntil, at);
    const params = { sightingId: sighting.id, countsUntil };
    const subjects = [{ kind: 'placement' as const, id: row.id }];
    await this.events.record({ kind: 'placement.seen_by_hand', clientId: row.clientId, subjects, params });
    await this.events.recordMany(
      stateChanged(row, { state: memory.state, findingCodes: [], change, checkId }),
    );
    const { workspaceId } = this.database.scope();
    await this.notify.publish(PLACEMENT_NEWS, { workspaceId, id: row.id });
  }

  private async locked(id: string): Promise<CheckRow> {
    const [row] = await this.checks.lock([id]);
    if (row === undefined) throw new AppError('placement.not_found', { id });
    if (isClosed(row.state))
      throw new AppError('placement.act_not_allowed', { act: 'seen_by_hand', state: row.state });
    return row;
  }

  /** The end of a day in the workspace's time zone. */
  private async endOf(day: string): Promise<Date> {
    const days = await this.sightings.days(day, this.clock.now());
    if (days === null || day < days.today || day > days.latest)
      throw invalidField('countsUntil', 'out_of_range', 'must be a day from today to a year from now');
    return days.endsAt;
  }
}
