import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { isSameValue, type KeptValue } from '../../core/prospects/custom-field.js';
import { isLockedByOther } from '../../core/prospects/lock.js';
import type { ExclusionReason, SuppressionReason } from '../../core/prospects/prospect.js';
import { Clock } from '../../platform/clock/clock.js';
import type { EventParams } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { CustomValuesRepository } from './custom-values.repository.js';
import { ExclusionsRepository } from './exclusions.repository.js';
import type { ProspectAction } from './prospect-bulk.dto.js';
import { BULK_TASK, type BulkParams } from './prospect-bulk.service.js';
import { lockOf } from './prospect-editing.js';
import { prospectEvent } from './prospect-events.js';
import { type Outcomes, ProspectJobRunner } from './prospect-job-runner.js';
import { type HeldProspect, ProspectsRepository, type ProspectWrite } from './prospects.repository.js';
import { TagsRepository } from './tags.repository.js';

type Rows = readonly HeldProspect[];

/** Runs acts on many prospects. One that does not take the act is skipped or refused alone. */
@Injectable()
export class ProspectBulkJob implements OnModuleInit {
  constructor(
    private readonly runner: ProspectJobRunner,
    private readonly prospects: ProspectsRepository,
    private readonly tags: TagsRepository,
    private readonly values: CustomValuesRepository,
    private readonly exclusions: ExclusionsRepository,
    private readonly suppressions: SuppressionsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.runner.register(BULK_TASK, {
      step: (rows, job) => this.steps[actionOf(job)](here(rows), job.params),
    });
  }

  private readonly steps: Readonly<
    Record<ProspectAction, (rows: Rows, params: BulkParams) => Promise<Outcomes>>
  > = {
    tag: (rows, params) => this.label(rows, params, 'tags'),
    topic: (rows, params) => this.label(rows, params, 'topics'),
    untag: (rows, params) => this.unlabel(rows, params),
    status: (rows, params) => this.status(rows, params),
    assign: (rows, params) => this.assign(rows, params),
    archive: (rows) => this.archive(rows),
    do_not_contact: (rows, params) => this.suppress(rows, params),
    exclude: (rows, params) => this.exclude(rows, params),
    set_custom: (rows, params) => this.setCustom(rows, params),
  };

  private async label(rows: Rows, params: BulkParams, field: string): Promise<Outcomes> {
    const tagIds = params['tagIds'] as string[];
    const pairs = rows.flatMap((row) => tagIds.map((tagId) => ({ prospectId: row.id, tagId })));
    const fresh = await this.tags.attach(pairs, null);
    const before = grouped(fresh, (pair) => [pair.prospectId, pair.tagId]);
    return this.done(rows, before, { fields: [field] });
  }

  private async unlabel(rows: Rows, params: BulkParams): Promise<Outcomes> {
    const names = params['names'] as string[];
    const found = [await this.tags.find('tag', names), await this.tags.find('topic', names)];
    const tagIds = found.flatMap((ids) => [...ids.values()]);
    const pairs = rows.flatMap((row) => tagIds.map((tagId) => ({ prospectId: row.id, tagId })));
    const gone = await this.tags.detach(pairs);
    const before = grouped(gone, ({ prospectId, tagId, importId }) => [prospectId, { tagId, importId }]);
    return this.done(rows, before, { fields: ['tags'] });
  }

  private status(rows: Rows, params: BulkParams): Promise<Outcomes> {
    const others = rows.filter((row) => row.status !== params['status']);
    const before = new Map(others.map((row) => [row.id, { status: row.status }]));
    return this.write(others, { status: params['status'] }, { before, event: { fields: ['status'] } });
  }

  private async assign(rows: Rows, params: BulkParams): Promise<Outcomes> {
    const owner = params['ownerMemberId'] as string | null;
    const at = this.clock.now().getTime();
    const isKept = (row: HeldProspect): boolean =>
      params['isManager'] !== true && isLockedByOther(lockOf(row), String(params['memberId']), at);
    const others = rows.filter((row) => row.ownerMemberId !== owner);
    const free = others.filter((row) => !isKept(row));
    const before = new Map(
      free.map((row) => [
        row.id,
        { ownerMemberId: row.ownerMemberId, lockUntil: row.lockUntil?.toISOString() ?? null },
      ]),
    );
    const columns = { owner_member_id: owner, lock_until: null };
    const event = { fields: ['owner_member_id'], ownerMemberId: owner };
    const done = new Map(await this.write(free, columns, { before, event }));
    for (const row of others)
      if (isKept(row)) done.set(row.id, { state: 'failed', errorCode: 'prospect.locked' });
    return done;
  }

  private async archive(rows: Rows): Promise<Outcomes> {
    const before = new Map(rows.map((row) => [row.id, {}]));
    const columns = { archived_at: this.clock.now() };
    return this.write(rows, columns, { before, kind: 'prospect.archived' });
  }

  private async suppress(rows: Rows, params: BulkParams): Promise<Outcomes> {
    const reason = params['reason'] as SuppressionReason;
    const fresh = await this.suppressions.keep(
      rows.map(({ siteId }) => ({ siteId, reason, source: 'by_hand' })),
    );
    const stopped = new Set(fresh.map(({ siteId }) => siteId));
    const added = rows.filter(({ siteId }) => stopped.has(siteId));
    return new Map(added.map(({ id, siteId }) => [id, { state: 'done', before: { siteId } }]));
  }

  private async exclude(rows: Rows, params: BulkParams): Promise<Outcomes> {
    const ground = {
      clientId: String(params['clientId']),
      reason: params['reason'] as ExclusionReason,
      note: '',
    };
    const fresh = new Set(
      await this.exclusions.insert(
        rows.map((row) => row.siteId),
        ground,
        this.clock.now(),
      ),
    );
    const added = rows.filter((row) => fresh.has(row.siteId));
    await this.events.recordMany(
      added.map((row) => ({
        ...prospectEvent('exclusion.added', row, { reason: ground.reason }),
        clientId: ground.clientId,
      })),
    );
    return new Map(added.map((row) => [row.id, { state: 'done', before: { siteId: row.siteId } }]));
  }

  private async setCustom(rows: Rows, params: BulkParams): Promise<Outcomes> {
    const fieldId = String(params['fieldId']);
    const kept = params['kept'] as KeptValue | null;
    const ids = rows.map((row) => row.id);
    const known = new Map((await this.values.values([fieldId], ids)).map((value) => [value.recordId, value]));
    const others = ids.filter((id) => !isSameValue(known.get(id) ?? null, kept));
    if (kept === null) {
      await this.values.remove(
        others.map(() => fieldId),
        others,
      );
    } else {
      await this.values.put(others.map((recordId) => ({ ...kept, fieldId, recordId, importId: null })));
    }
    const before = new Map(others.map((id) => [id, { value: known.get(id) ?? null }]));
    return this.done(rows, before, { fields: ['custom'] });
  }

  private async write(
    rows: Rows,
    columns: ProspectWrite,
    {
      before,
      event = {},
      kind = 'prospect.changed',
    }: { before: ReadonlyMap<string, unknown>; event?: EventParams; kind?: EventKind },
  ): Promise<Outcomes> {
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) await this.prospects.write(ids, columns, this.clock.now());
    return this.done(rows, before, event, kind);
  }

  /** Events for those that changed; `before` names them. */
  private async done(
    rows: Rows,
    before: ReadonlyMap<string, unknown>,
    params: EventParams,
    kind: EventKind = 'prospect.changed',
  ): Promise<Outcomes> {
    const changed = rows.filter((row) => before.has(row.id));
    await this.events.recordMany(changed.map((row) => prospectEvent(kind, row, params)));
    return new Map(
      changed.map((row): [string, ItemOutcome] => [row.id, { state: 'done', before: before.get(row.id) }]),
    );
  }
}

function actionOf(job: ProgressJob): ProspectAction {
  return job.params['action'] as ProspectAction;
}

/** Archived prospects take no act. */
function here(rows: Rows): Rows {
  return rows.filter((row) => row.archivedAt === null);
}

function grouped<Item, Value>(
  items: readonly Item[],
  entry: (item: Item) => readonly [id: string, value: Value],
): Map<string, { tags: Value[] }> {
  const groups = new Map<string, { tags: Value[] }>();
  for (const item of items) {
    const [id, value] = entry(item);
    groups.set(id, { tags: [...(groups.get(id)?.tags ?? []), value] });
  }
  return groups;
}
