import { Injectable } from '@nestjs/common';
import type { IntakeChange, IntakeMode, IntakeOutcome } from '../../core/imports/intake.js';
import type { Origin } from '../../core/imports/origin.js';
import {
  BLANK_PROSPECT,
  changedColumns,
  mergedFacts,
  type ProspectColumns,
  type ProspectFacts,
  prospectSearchText,
} from '../../core/prospects/prospect-facts.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { CustomIntake } from './custom-intake.js';
import {
  type ChangedProspect,
  type FreshProspect,
  type IntakeWriting,
  type KnownProspect,
  ProspectIntakeRepository,
} from './prospect-intake.repository.js';
import { ProspectWithdrawal, type Withdrawn } from './prospect-withdrawal.js';
import { TagIntake } from './tag-intake.js';

export type { ProspectFacts };

const NONE: ReadonlySet<string> = new Set();

/** What the facts about one site come to. */
interface Taken {
  readonly facts: ProspectFacts;
  readonly id: string;
  readonly isNew: boolean;
  readonly changes: IntakeChange[];
}

/**
 * The one way prospects come in, by hand or with an import: a few statements for a batch of any size. Everything runs in the open
 * transaction; nothing here records events, that is for whoever knows what the batch is.
 */
@Injectable()
export class ProspectIntake {
  constructor(
    private readonly rows: ProspectIntakeRepository,
    private readonly tags: TagIntake,
    private readonly custom: CustomIntake,
    private readonly suppressions: SuppressionsService,
    private readonly withdrawal: ProspectWithdrawal,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings facts in, one prospect a site: the outcome of each in their order. Of several facts about one site the first outcome tells all,
   * the others are `unchanged`. Rows that are made carry the import's id and need no changes for an undo. Values of own fields that do
   * not fit their field are left out: check them before (core/prospects/custom-field). Of sites the open transaction made itself
   * (`newSites`) nothing is looked up: nobody else knows them yet.
   */
  async bring(
    facts: readonly ProspectFacts[],
    { importId, newSites = NONE }: Origin & { readonly newSites?: ReadonlySet<string> },
    mode: IntakeMode,
  ): Promise<IntakeOutcome[]> {
    if (facts.length === 0) return [];
    const writing: IntakeWriting = { importId, at: this.clock.now(), newSites };
    const taken = await this.take(bySite(facts, mode), mode, writing);
    const all = [...taken.values()];
    const tagged = await this.tags.attach(all, writing);
    const valued = await this.custom.put(all, mode, writing);
    for (const one of all) one.changes.push(...(valued.changes.get(one.id) ?? []));
    const stopped = await this.stop(all, importId);
    const touched = new Set([...tagged, ...valued.touched]);
    for (const one of all) if (stopped.has(one.facts.siteId)) touched.add(one.id);
    const told = new Set<string>();
    return facts.map(({ siteId }) => {
      const one = taken.get(siteId);
      if (one === undefined) throw new Error('a site of the batch was not taken');
      if (told.has(siteId)) return { kind: 'unchanged', id: one.id, changes: [] };
      told.add(siteId);
      return { kind: kindOf(one, touched), id: one.id, changes: one.changes };
    });
  }

  /**
   * Takes back what an import brought, newest changes first: restores what a change left as it is, and takes away at most `atMost` of each
   * kind of row the import made and nobody touched since. Call it with the changes in parts, then without, until it is done.
   */
  undo(importId: string, changes: readonly IntakeChange[], atMost = 5000): Promise<Withdrawn> {
    return this.withdrawal.undo(importId, changes, { atMost, at: this.clock.now() });
  }

  private async stop(all: readonly Taken[], importId: string | null): Promise<ReadonlySet<string>> {
    const wished = all.filter(({ facts }) => facts.doNotContact === true);
    const common = { reason: 'imported', source: 'imported', sourceId: importId, importId } as const;
    const fresh = await this.suppressions.keep(
      wished.map(({ facts: { siteId } }) => ({ ...common, siteId })),
    );
    return new Set(fresh.flatMap(({ siteId }) => siteId ?? []));
  }

  private async take(
    sites: ReadonlyMap<string, ProspectFacts>,
    mode: IntakeMode,
    writing: IntakeWriting,
  ): Promise<Map<string, Taken>> {
    const known = await this.rows.known([...sites.keys()].filter((id) => !writing.newSites.has(id)));
    const here = new Set(known.map((row) => row.siteId));
    const missing = [...sites.values()].filter(({ siteId }) => !here.has(siteId));
    const { taken, beaten } = await this.insert(missing, writing);
    if (beaten.length > 0) known.push(...(await this.rows.known(beaten)));
    for (const [siteId, one] of await this.change(known, sites, { ...writing, mode })) taken.set(siteId, one);
    return taken;
  }

  private async insert(
    facts: readonly ProspectFacts[],
    writing: IntakeWriting,
  ): Promise<{ taken: Map<string, Taken>; beaten: string[] }> {
    const taken = new Map<string, Taken>();
    if (facts.length === 0) return { taken, beaten: [] };
    const rows = [...facts]
      .sort((one, other) => (one.siteId < other.siteId ? -1 : 1))
      .map((fact) => ({ fact, row: freshRow(fact) }));
    const inserted = await this.rows.insert(
      rows.map(({ row }) => row),
      writing,
    );
    const beaten: string[] = [];
    for (const { fact, row } of rows) {
      if (inserted.has(row.id)) taken.set(row.siteId, { facts: fact, id: row.id, isNew: true, changes: [] });
      else beaten.push(row.siteId);
    }
    return { taken, beaten };
  }

  private async change(
    known: readonly KnownProspect[],
    sites: ReadonlyMap<string, ProspectFacts>,
    { mode, at }: IntakeWriting & { readonly mode: IntakeMode },
  ): Promise<Map<string, Taken>> {
    const taken = new Map<string, Taken>();
    const written: ChangedProspect[] = [];
    for (const row of known) {
      const facts = sites.get(row.siteId);
      if (facts === undefined) continue;
      const columns = changedColumns(row, facts, mode);
      const isChanged = Object.keys(columns).length > 0;
      if (isChanged) written.push(changedRow(row, columns));
      taken.set(row.siteId, {
        facts,
        id: row.id,
        isNew: false,
        changes: isChanged ? [changeOf(row, columns, at)] : [],
      });
    }
    if (written.length > 0) await this.rows.update(written, at);
    return taken;
  }
}

function bySite(facts: readonly ProspectFacts[], mode: IntakeMode): Map<string, ProspectFacts> {
  const groups = new Map<string, [ProspectFacts, ...ProspectFacts[]]>();
  for (const fact of facts) {
    const group = groups.get(fact.siteId);
    if (group === undefined) groups.set(fact.siteId, [fact]);
    else group.push(fact);
  }
  return new Map([...groups].map(([siteId, group]) => [siteId, mergedFacts(group, mode)]));
}

function kindOf(one: Taken, touched: ReadonlySet<string>): IntakeOutcome['kind'] {
  if (one.isNew) return 'created';
  return one.changes.length > 0 || touched.has(one.id) ? 'changed' : 'unchanged';
}

/** Spelled out: it is done for every row of the largest imports. */
function freshRow(facts: ProspectFacts): FreshProspect {
  const { siteId, siteKey, notes = BLANK_PROSPECT.notes } = facts;
  return {
    id: newId(),
    siteId,
    siteKey,
    status: facts.status ?? BLANK_PROSPECT.status,
    ownerMemberId: facts.ownerMemberId ?? null,
    language: facts.language ?? null,
    country: facts.country ?? null,
    notes,
    stage: facts.stage ?? BLANK_PROSPECT.stage,
    searchText: prospectSearchText(siteKey, notes),
  };
}

function changedRow(row: KnownProspect, columns: Partial<ProspectColumns>): ChangedProspect {
  const after = { ...row, ...columns };
  return { ...after, searchText: prospectSearchText(row.siteKey, after.notes) };
}

/** The row before and after, under the names of its columns, as far as it changes. */
function changeOf(row: KnownProspect, columns: Partial<ProspectColumns>, at: Date): IntakeChange {
  const before: Record<string, unknown> = { revision: row.revision, updated_at: row.updatedAt };
  const after: Record<string, unknown> = { revision: row.revision + 1, updated_at: at.toISOString() };
  for (const [name, value] of Object.entries(columns)) {
    const column = name === 'ownerMemberId' ? 'owner_member_id' : name;
    before[column] = row[name as keyof ProspectColumns];
    after[column] = value;
  }
  if (columns.notes !== undefined) {
    before['search_text'] = prospectSearchText(row.siteKey, row.notes);
    after['search_text'] = prospectSearchText(row.siteKey, columns.notes);
  }
  return { table: 'prospects', recordId: row.id, before, after };
}
