import { Injectable } from '@nestjs/common';
import { applyFacts, type ContactDraft, EMPTY_DRAFT } from '../../core/contacts/contact-draft.js';
import { type ContactFacts, type ReadFacts, readFacts } from '../../core/contacts/contact-facts.js';
import { askedNames, type FactsRefusal, nameIdentities, refuseFacts } from '../../core/contacts/identity.js';
import type { IntakeChange, IntakeMode, IntakeOutcome } from '../../core/imports/intake.js';
import type { Origin } from '../../core/imports/origin.js';
import { Clock } from '../../platform/clock/clock.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import { newId } from '../../platform/database/id.js';
import { ContactDraftsRepository } from './contact-drafts.repository.js';
import { ContactUndoRepository, type UndoCounts } from './contact-undo.repository.js';
import { ContactWritingRepository, type DraftToWrite } from './contact-writing.repository.js';

/** Facts that make no contact, and why. */
export interface ContactRefused {
  readonly kind: 'refused';
  readonly id: null;
  readonly code: FactsRefusal | 'contact.address_erased';
  readonly changes: readonly [];
}

export type ContactOutcome = IntakeOutcome | ContactRefused;

/** A contact in work: who it is, as it was, as the facts so far leave it. */
interface Work {
  readonly id: string;
  readonly before: ContactDraft | null;
  draft: ContactDraft;
  /** The first fact that changed it: what an undo needs is told with that one. */
  toldWith: number | null;
}

/** Contacts by what they are known by, while a batch is worked on. */
interface Known {
  readonly byAddress: Map<string, string>;
  readonly byName: Map<string, string>;
}

/**
 * The one way contacts come in, thousands at a time or one: known by any of their addresses, without an address by name and place. Runs in the open
 * transaction, which nobody else brings contacts into meanwhile, with a fixed number of statements.
 */
@Injectable()
export class ContactIntake {
  constructor(
    private readonly drafts: ContactDraftsRepository,
    private readonly writing: ContactWritingRepository,
    private readonly undoing: ContactUndoRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings contacts in; answers one outcome a fact, in order. `changes` name the rows that were there before, with the first fact that touched them.
   * Addresses that cannot be read are left out. Records no events.
   */
  async bring(facts: readonly ContactFacts[], origin: Origin, mode: IntakeMode): Promise<ContactOutcome[]> {
    await this.drafts.lockWorkspace();
    const read = facts.map(readFacts);
    const refusals = await this.refusals(read);
    const welcome = read.filter((_, place) => refusals[place] === null);
    const known = await this.known(welcome);
    const works = await this.worksOf([...new Set([...known.byAddress.values(), ...known.byName.values()])]);
    const outcomes = read.map((one, place): PlannedOutcome => {
      const code = refusals[place] ?? null;
      return code === null ? this.apply(one, { place, mode, known, works }) : { kind: 'refused', code };
    });
    const changes = await this.writing.write(toWrite(works), {
      importId: origin.importId,
      at: this.clock.now(),
    });
    return outcomes.map((outcome, place) => toldOf(outcome, place, { works, changes }));
  }

  /** Of these keys of addresses those of people who were erased, within the open transaction: they must not come back by any way. */
  async erasedOf(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const erased = await this.drafts.erased(keys.map(sha256));
    return new Set(keys.filter((key) => erased.has(sha256(key).toString('hex'))));
  }

  /** Brings in one contact that is surely a new one, namesakes or not: its addresses must have been claimed. Answers its id. */
  async create(facts: ContactFacts): Promise<string> {
    const id = newId(this.clock.now());
    const after = applyFacts(EMPTY_DRAFT, readFacts(facts), 'fill');
    await this.writing.write([{ id, before: null, after }], { importId: null, at: this.clock.now() });
    return id;
  }

  /**
   * Takes an import back, at most `most` of its new contacts a call: rows that still are as the import left them become what they were, new ones
   * nobody touched since are deleted, and the tables are as before, to the last revision. Give the changes newest first, with the first call.
   */
  async undo(importId: string, changes: readonly IntakeChange[], most = 5000): Promise<UndoCounts> {
    await this.drafts.lockWorkspace();
    return this.undoing.undo(importId, changes, most);
  }

  /** Why each of the facts makes no contact. A row that names an erased person's address is about that person, whatever else it holds. */
  private async refusals(read: readonly ReadFacts[]): Promise<(ContactRefused['code'] | null)[]> {
    const keys = [...new Set(read.flatMap((facts) => facts.addresses.map(({ key }) => key)))];
    const erased = await this.erasedOf(keys);
    return read.map((facts) =>
      facts.addresses.some(({ key }) => erased.has(key)) ? 'contact.address_erased' : refuseFacts(facts),
    );
  }

  private async known(read: readonly ReadFacts[]): Promise<Known> {
    const keys = read.flatMap((facts) => facts.addresses.map(({ key }) => key));
    const names = read.filter((facts) => askedNames(facts).length > 0).map((facts) => facts.nameKey);
    const asked = new Set(read.flatMap(askedNames));
    const byName = [...(await this.drafts.knownByName(names))].filter(([identity]) => asked.has(identity));
    return {
      byAddress: new Map(await this.drafts.holdersOf([...new Set(keys)])),
      byName: new Map(byName),
    };
  }

  private async worksOf(ids: readonly string[]): Promise<Map<string, Work>> {
    const drafts = await this.drafts.load(ids);
    return new Map(
      [...drafts].map(([id, draft]) => [id, { id, before: draft, draft, toldWith: null }] as const),
    );
  }

  private apply(facts: ReadFacts, to: Batch): PlannedOutcome {
    const { known, works, place, mode } = to;
    const work = works.get(idOf(facts, known)) ?? this.begin(works);
    const mine = facts.addresses.filter(({ key }) => (known.byAddress.get(key) ?? work.id) === work.id);
    const draft = applyFacts(work.draft, { ...facts, addresses: mine }, mode);
    for (const { key } of mine) known.byAddress.set(key, work.id);
    for (const identity of nameIdentities(facts))
      if (!known.byName.has(identity)) known.byName.set(identity, work.id);
    if (draft === work.draft) return { kind: 'unchanged', id: work.id };
    const isNew = work.before === null && work.toldWith === null;
    work.draft = draft;
    work.toldWith ??= place;
    return { kind: isNew ? 'created' : 'changed', id: work.id };
  }

  private begin(works: Map<string, Work>): Work {
    const work: Work = { id: newId(this.clock.now()), before: null, draft: EMPTY_DRAFT, toldWith: null };
    works.set(work.id, work);
    return work;
  }
}

interface Batch {
  readonly place: number;
  readonly mode: IntakeMode;
  readonly known: Known;
  readonly works: Map<string, Work>;
}

type PlannedOutcome =
  | { readonly kind: 'created' | 'changed' | 'unchanged'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: ContactRefused['code'] };

function idOf(facts: ReadFacts, { byAddress, byName }: Known): string {
  const holders = facts.addresses.map(({ key }) => byAddress.get(key));
  const named = askedNames(facts).map((identity) => byName.get(identity));
  return [...holders, ...named].find((id) => id !== undefined) ?? '';
}

function toWrite(works: ReadonlyMap<string, Work>): DraftToWrite[] {
  return [...works.values()]
    .filter(({ before, draft }) => draft !== before)
    .map(({ id, before, draft }) => ({ id, before, after: draft }));
}

function toldOf(
  outcome: PlannedOutcome,
  place: number,
  written: { works: ReadonlyMap<string, Work>; changes: ReadonlyMap<string, IntakeChange[]> },
): ContactOutcome {
  if (outcome.kind === 'refused') return { ...outcome, id: null, changes: [] };
  const isTold = written.works.get(outcome.id)?.toldWith === place;
  return { ...outcome, changes: isTold ? (written.changes.get(outcome.id) ?? []) : [] };
}
