import { Injectable } from '@nestjs/common';
import { derivedColumns } from '../../core/merges/derived-columns.js';
import type { MergeKind } from '../../core/merges/merge-kind.js';
import {
  type MergeChoices,
  mergedColumns,
  type RecordColumns,
  textOf,
} from '../../core/merges/merged-values.js';
import { PROSPECT_REFERENCES, REFERENCES } from '../../core/merges/references.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { MergesRepository } from './merges.repository.js';
import { RowMoverRepository } from './row-mover.repository.js';
import { SiteMergingRepository } from './site-merging.repository.js';

/** Two records of a kind, and the act in whose journal every change is written. */
export interface Merging {
  readonly actId: string;
  readonly kind: MergeKind;
  readonly keptId: string;
  readonly otherId: string;
  readonly choices: MergeChoices;
}

type Pair = { readonly kept: RecordColumns; readonly other: RecordColumns };

/** Puts one record into another, in the open transaction: fields as chosen, everything that hangs on it moved. */
@Injectable()
export class RecordMerging {
  constructor(
    private readonly merges: MergesRepository,
    private readonly mover: RowMoverRepository,
    private readonly sites: SiteMergingRepository,
    private readonly clock: Clock,
  ) {}

  /** The two records whose fields are compared: for sites their prospects. Throws `merge.not_possible`. */
  async compared(kind: MergeKind, keptId: string, otherId: string): Promise<Pair> {
    const records = await this.merges.records(kind, [keptId, otherId]);
    const [kept, other] = [records.get(keptId), records.get(otherId)];
    const isOpen = (row: RecordColumns | undefined): row is RecordColumns =>
      row !== undefined && row['archived_at'] === null && (row['erased_at'] ?? null) === null;
    if (keptId === otherId || !isOpen(kept) || !isOpen(other)) throw new AppError('merge.not_possible');
    if (kind !== 'site') return { kept, other };
    const prospects = await this.merges.prospects([keptId, otherId]);
    return { kept: prospects.get(keptId) ?? {}, other: prospects.get(otherId) ?? {} };
  }

  /** Merges; throws `merge.not_possible`, `merge.choice_unknown` with the field. */
  async merge(merging: Merging): Promise<void> {
    const { kind, keptId, otherId, choices } = merging;
    const pair = await this.compared(kind, keptId, otherId);
    const columns = mergedColumns(kind, pair, choices);
    if (!columns.ok) throw new AppError('merge.choice_unknown', { field: columns.field });
    if (kind === 'site') await this.mergeProspects(merging, pair, columns.columns);
    else if (Object.keys(columns.columns).length > 0) {
      await this.change(
        { actId: merging.actId, kind, table: this.merges.tableOf(kind) },
        pair.kept,
        columns.columns,
      );
    }
    await this.moveAll(merging);
    await this.setAside(merging);
  }

  /** Moves everything that hangs on one record to another, without a word about the records themselves. */
  async moveAll({ actId, kind, keptId, otherId }: Omit<Merging, 'choices'>): Promise<void> {
    const move = { actId, from: otherId, to: keptId };
    if (kind === 'site') await this.sites.prepare(move, this.clock.now());
    if (kind === 'contact') await this.oneMainAddress(move);
    for (const reference of REFERENCES[kind]) await this.mover.move(reference, move);
  }

  /** Archives the record that went into the other, and says into which. */
  async setAside({ actId, kind, keptId, otherId }: Omit<Merging, 'choices'>): Promise<void> {
    const columns = { archived_at: this.clock.now(), merged_into_id: keptId };
    await this.mover.change(this.merges.tableOf(kind), otherId, { actId, columns });
  }

  /** Before a sub-site is taken away again: what was filed under it since goes to the site it was cut from. */
  async emptySubSite({
    id,
    keptId,
    otherId,
  }: {
    id: string;
    keptId: string;
    otherId: string;
  }): Promise<void> {
    const prospects = await this.merges.prospects([keptId, otherId]);
    const pair = { kept: prospects.get(keptId) ?? {}, other: prospects.get(otherId) ?? {} };
    await this.mergeProspects({ actId: id, keptId }, pair, {});
    await this.moveAll({ actId: id, kind: 'site', keptId, otherId });
    await this.sites.clearDerived(otherId);
  }

  /** The kept contact's main address stays the main one. */
  private async oneMainAddress({
    actId,
    from,
    to,
  }: {
    actId: string;
    from: string;
    to: string;
  }): Promise<void> {
    for (const id of await this.sites.secondMainAddresses(from, to)) {
      await this.mover.change('contact_addresses', id, { actId, columns: { is_main: false } });
    }
  }

  private async mergeProspects(
    { actId, keptId }: Pick<Merging, 'actId' | 'keptId'>,
    { kept, other }: Pair,
    columns: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (other['id'] === undefined) return;
    const otherProspectId = textOf(other, 'id');
    if (kept['id'] === undefined) {
      const siteKey = await this.sites.keyOf(keptId);
      await this.mover.change('prospects', otherProspectId, {
        actId,
        columns: {
          site_id: keptId,
          site_key: siteKey,
          ...derivedColumns('site', { site_key: siteKey }, { notes: other['notes'] }),
        },
      });
      return;
    }
    await this.change({ actId, kind: 'site', table: 'prospects' }, kept, columns);
    for (const reference of PROSPECT_REFERENCES) {
      await this.mover.move(reference, { actId, from: otherProspectId, to: textOf(kept, 'id') });
    }
    await this.mover.remove('prospects', otherProspectId, actId);
  }

  /** Changes fields of a record as any edit does: its revision goes up, so that a page opened before cannot save over it. */
  private async change(
    { actId, kind, table }: { actId: string; kind: MergeKind; table: string },
    row: RecordColumns,
    columns: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (Object.keys(columns).length === 0) return;
    const revision = Number(row['revision']) + 1;
    await this.mover.change(table, textOf(row, 'id'), {
      actId,
      columns: { ...columns, ...derivedColumns(kind, row, columns), revision, updated_at: this.clock.now() },
    });
  }
}
