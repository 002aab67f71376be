import { Injectable } from '@nestjs/common';
import { isSameValue, type KeptValue } from '../../core/prospects/custom-field.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { CustomValuesRepository, type ValueRow } from './custom-values.repository.js';
import { ExclusionsRepository } from './exclusions.repository.js';
import type { ProspectAction } from './prospect-bulk.dto.js';
import type { BulkParams } from './prospect-bulk.service.js';
import { type HeldProspect, ProspectsRepository, type ProspectWrite } from './prospects.repository.js';
import { TagsRepository } from './tags.repository.js';

/** What an act kept of a prospect, as far as its action needs it. */
export interface BeforeAct {
  readonly tags?: readonly (string | { readonly tagId: string; readonly importId: string | null })[];
  readonly status?: string;
  readonly ownerMemberId?: string | null;
  readonly lockUntil?: string | null;
  readonly siteId?: string;
  readonly value?: (KeptValue & Pick<ValueRow, 'importId'>) | null;
}

/** A prospect and what an act kept of it. */
interface Kept {
  readonly row: HeldProspect;
  readonly was: BeforeAct;
}

/** Puts prospects back as they were before an act, in the open transaction. Each way answers the ids of those it put back. */
@Injectable()
export class ProspectBack {
  constructor(
    private readonly prospects: ProspectsRepository,
    private readonly tags: TagsRepository,
    private readonly values: CustomValuesRepository,
    private readonly exclusions: ExclusionsRepository,
    private readonly suppressions: SuppressionsService,
  ) {}

  put(action: ProspectAction, all: readonly Kept[], params: BulkParams, at: Date): Promise<string[]> {
    return this.ways[action](all, params, at);
  }

  private readonly ways: Readonly<
    Record<ProspectAction, (all: readonly Kept[], params: BulkParams, at: Date) => Promise<string[]>>
  > = {
    tag: (all) => this.detach(all),
    topic: (all) => this.detach(all),
    untag: (all) => this.attach(all),
    do_not_contact: (all) => this.unsuppress(all),
    exclude: (all, params) => this.unexclude(all, String(params['clientId'])),
    set_custom: (all, params) => this.restoreValues(all, params),
    status: (all, params, at) => this.columns('status', all, params, at),
    assign: (all, params, at) => this.columns('assign', all, params, at),
    archive: (all, params, at) => this.columns('archive', all, params, at),
  };

  /** Tags an act had to make go with it, unless somebody uses them. */
  removeMadeTags(ids: readonly string[]): Promise<void> {
    return this.tags.removeUnused(ids);
  }

  private async detach(all: readonly Kept[]): Promise<string[]> {
    const pairs = all.flatMap(({ row, was }) =>
      (was.tags ?? []).flatMap((tag) =>
        typeof tag === 'string' ? [{ prospectId: row.id, tagId: tag }] : [],
      ),
    );
    const gone = await this.tags.detach(pairs);
    return gone.map((pair) => pair.prospectId);
  }

  private async attach(all: readonly Kept[]): Promise<string[]> {
    const tags = all.flatMap(({ row, was }) =>
      (was.tags ?? []).flatMap((tag) => (typeof tag === 'string' ? [] : [{ ...tag, prospectId: row.id }])),
    );
    const back: string[] = [];
    for (const importId of new Set(tags.map((tag) => tag.importId))) {
      const fresh = await this.tags.attach(
        tags.filter((tag) => tag.importId === importId),
        importId,
      );
      back.push(...fresh.map((pair) => pair.prospectId));
    }
    return back;
  }

  private async unsuppress(all: readonly Kept[]): Promise<string[]> {
    const gone = new Set(await this.suppressions.takeBackSites(all.map(({ row }) => row.siteId)));
    return all.filter(({ row }) => gone.has(row.siteId)).map(({ row }) => row.id);
  }

  private async unexclude(all: readonly Kept[], clientId: string): Promise<string[]> {
    const siteIds = all.map(({ row }) => row.siteId);
    const gone = new Set(await this.exclusions.removeSites(clientId, siteIds));
    return all.filter(({ row }) => gone.has(row.siteId)).map(({ row }) => row.id);
  }

  private async restoreValues(all: readonly Kept[], params: BulkParams): Promise<string[]> {
    const fieldId = String(params['fieldId']);
    const made = params['kept'] as KeptValue | null;
    const now = new Map(
      (
        await this.values.values(
          [fieldId],
          all.map(({ row }) => row.id),
        )
      ).map((value) => [value.recordId, value]),
    );
    const same = all.filter(({ row }) => isSameValue(now.get(row.id) ?? null, made));
    const emptied = same.filter(({ was }) => was.value === null || was.value === undefined);
    await this.values.remove(
      emptied.map(() => fieldId),
      emptied.map(({ row }) => row.id),
    );
    await this.values.put(
      same.flatMap(({ row, was }) =>
        was.value === null || was.value === undefined ? [] : [{ ...was.value, fieldId, recordId: row.id }],
      ),
    );
    return same.map(({ row }) => row.id);
  }

  private async columns(
    action: ProspectAction,
    all: readonly Kept[],
    params: BulkParams,
    at: Date,
  ): Promise<string[]> {
    const groups = new Map<string, { columns: ProspectWrite; ids: string[] }>();
    for (const { row, was } of all) {
      const columns = columnsBack(action, row, was, params);
      if (columns === null) continue;
      const name = JSON.stringify(columns);
      const group = groups.get(name) ?? { columns, ids: [] };
      group.ids.push(row.id);
      groups.set(name, group);
    }
    for (const { columns, ids } of groups.values()) await this.prospects.write(ids, columns, at);
    return [...groups.values()].flatMap(({ ids }) => ids);
  }
}

/** Null where somebody has changed meanwhile what the act did. */
function columnsBack(
  action: ProspectAction,
  row: HeldProspect,
  was: BeforeAct,
  params: BulkParams,
): ProspectWrite | null {
  if (action === 'status') return row.status === params['status'] ? { status: was.status } : null;
  if (action === 'archive') return row.archivedAt === null ? null : { archived_at: null };
  if (row.ownerMemberId !== params['ownerMemberId']) return null;
  return { owner_member_id: was.ownerMemberId ?? null, lock_until: was.lockUntil ?? null };
}
