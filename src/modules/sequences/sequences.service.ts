import { Injectable } from '@nestjs/common';
import { checkSequence, type SequenceFinding } from '../../core/sequences/check-sequence.js';
import type { SequenceStep } from '../../core/sequences/step.js';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { ClientsService } from '../clients/clients.service.js';
import { deadlineField, SequenceDefaults } from './sequence-defaults.js';
import { SequenceEvents } from './sequence-events.js';
import { refuseUnusable, rulesOf, stepsOf, USUAL_RULES } from './sequence-wish.js';
import type {
  NewSequence,
  SequenceChange,
  SequenceCheck,
  SequenceCheckWish,
  SequenceDetail,
  SequenceFilter,
  SequenceList,
  SequenceStepView,
} from './sequences.dto.js';
import { type HeldSequence, SequencesRepository, type VersionRules } from './sequences.repository.js';

/** Sequences: every change of steps or rules is a version, and whoever is enrolled stays on theirs. */
@Injectable()
export class SequencesService {
  constructor(
    private readonly database: Database,
    private readonly sequences: SequencesRepository,
    private readonly defaults: SequenceDefaults,
    private readonly clients: ClientsService,
    private readonly kinds: Kinds,
    private readonly events: SequenceEvents,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, filter: SequenceFilter): Promise<SequenceList> {
    return this.database.inWorkspace(scopeOf(who), async () => ({
      items: await this.sequences.list(filter),
    }));
  }

  /** Throws `sequence.not_found`. */
  get(who: Principal, id: string): Promise<SequenceDetail> {
    return this.database.inWorkspace(scopeOf(who), () => this.detail(id));
  }

  create(who: Principal, wish: NewSequence): Promise<SequenceDetail> {
    return this.add(scopeOf(who), wish, who.locale);
  }

  /** Throws `sequence.name_taken`, `sequence.kind_unknown`, `client.not_found`, or `request.invalid` with the step. */
  add(scope: WorkspaceScope, wish: NewSequence, reader: Locale): Promise<SequenceDetail> {
    return this.database.inWorkspace(scope, async () => {
      const named = namedIn(wish);
      const name = wish.name.trim();
      if (named.clientId !== null) await this.clients.get(scope, named.clientId);
      if (await this.sequences.isNameTaken(name, null)) throw new AppError('sequence.name_taken');
      const kind = named.kind === null ? null : this.kindOf(named.kind);
      const usual = { ...USUAL_RULES, endsOnDateField: kind === null ? null : deadlineField(kind) };
      const rules = rulesOf(wish, usual);
      const isUsual = wish.steps === undefined && kind !== null;
      const steps = isUsual
        ? await this.defaults.steps(scope, kind, { ...named, reader })
        : stepsOf(wish.steps ?? []);
      refuseUnusable(await this.findings(named, steps));
      const at = this.clock.now();
      const row = { ...named, id: newId(at), name };
      await this.sequences.insert(row, { by: scope.userId ?? null, at });
      await this.addVersion({ ...row, versionNo: 0 }, rules, steps);
      await this.events.sequence('sequence.added', row, { kind: named.kind });
      return this.detail(row.id);
    });
  }

  /** Throws `sequence.not_found`, `sequence.archived`, `sequence.changed_meanwhile`, `sequence.name_taken`, `request.invalid`. */
  change(who: Principal, id: string, wish: SequenceChange): Promise<SequenceDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.held(id);
      if (held.archivedAt !== null) throw new AppError('sequence.archived', { id });
      if (held.revision !== wish.revision)
        throw new AppError('sequence.changed_meanwhile', { revision: held.revision });
      const name = wish.name?.trim();
      if (name !== undefined && name !== held.name) {
        if (await this.sequences.isNameTaken(name, id)) throw new AppError('sequence.name_taken');
        await this.sequences.write(id, { name }, this.clock.now());
        await this.events.sequence('sequence.changed', held, { fields: ['name'] });
      }
      await this.changeVersion(held, wish);
      return this.detail(id);
    });
  }

  setArchived(who: Principal, id: string, away: boolean): Promise<SequenceDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.held(id);
      if ((held.archivedAt !== null) !== away) {
        if (!away && (await this.sequences.isNameTaken(held.name, id)))
          throw new AppError('sequence.name_taken');
        const at = this.clock.now();
        await this.sequences.write(id, { archivedAt: away ? at : null }, at);
        await this.events.sequence(away ? 'sequence.archived' : 'sequence.restored', held);
      }
      return this.detail(id);
    });
  }

  /** What is wrong and what is doubtful, of steps that are being written or of those that are saved. */
  check(who: Principal, id: string, wish: SequenceCheckWish): Promise<SequenceCheck> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.sequences.one(id);
      if (held === null) throw new AppError('sequence.not_found', { id });
      const steps = wish.steps === undefined ? await this.stepsOf(held) : stepsOf(wish.steps);
      return { findings: [...(await this.findings(held, steps))] };
    });
  }

  /** What is found about steps, within the open transaction. */
  async findings(
    { kind, clientId, locale }: Pick<HeldSequence, 'kind' | 'clientId' | 'locale'>,
    steps: readonly SequenceStep[],
  ): Promise<readonly SequenceFinding[]> {
    const ids = steps.flatMap(({ templateId }) => templateId ?? []);
    const templates = await this.sequences.templates(ids);
    return checkSequence({ kind, clientId, locale, steps, templates });
  }

  private async changeVersion(held: HeldSequence, wish: SequenceChange): Promise<void> {
    const now = await this.sequences.version(held.versionId ?? '');
    const before: VersionRules = now ?? USUAL_RULES;
    const rules = rulesOf(wish, before);
    const steps = wish.steps === undefined ? (now?.steps ?? []) : stepsOf(wish.steps);
    const isSame =
      JSON.stringify(steps) === JSON.stringify((now?.steps ?? []).map(inOrder)) &&
      JSON.stringify(rules) === JSON.stringify(rulesOf({}, before));
    if (isSame) return;
    refuseUnusable(await this.findings(held, steps));
    await this.addVersion(held, rules, steps);
    await this.events.sequence('sequence.changed', held, { versionNo: held.versionNo + 1 });
  }

  private async addVersion(
    sequence: Pick<HeldSequence, 'id' | 'clientId' | 'versionNo'>,
    rules: VersionRules,
    steps: readonly SequenceStep[],
  ): Promise<void> {
    const at = this.clock.now();
    const by = this.database.scope().userId ?? null;
    const { id: sequenceId, clientId, versionNo } = sequence;
    await this.sequences.addVersion(
      { ...rules, id: newId(at), sequenceId, clientId, no: versionNo + 1, steps },
      { by, at },
    );
  }

  private async detail(id: string): Promise<SequenceDetail> {
    const [row, held] = [await this.sequences.row(id), await this.sequences.one(id)];
    if (row === null || held === null) throw new AppError('sequence.not_found', { id });
    const version = await this.sequences.version(held.versionId ?? '');
    const rules = version === null ? USUAL_RULES : rulesOf({}, version);
    const steps = await this.sequences.steps(held.versionId ?? '');
    return {
      ...row,
      ...rules,
      workDays: [...rules.workDays],
      versionId: held.versionId ?? '',
      steps: withDays(steps),
      findings: [...(await this.findings(held, version?.steps ?? []))],
      onOlderVersions: await this.sequences.onOlder(id, held.versionId),
    };
  }

  private async stepsOf(held: HeldSequence): Promise<readonly SequenceStep[]> {
    return (await this.sequences.version(held.versionId ?? ''))?.steps ?? [];
  }

  private async held(id: string): Promise<HeldSequence> {
    const held = await this.sequences.lock(id);
    if (held === null) throw new AppError('sequence.not_found', { id });
    return held;
  }

  private kindOf(key: string) {
    const kind = this.kinds.one(key);
    if (kind === null) throw new AppError('sequence.kind_unknown', { kind: key });
    return kind;
  }
}

function namedIn({ kind = null, clientId = null, locale = 'en' }: NewSequence) {
  return { kind, clientId, locale };
}

function withDays(steps: readonly Omit<SequenceStepView, 'workingDay'>[]): SequenceStepView[] {
  let workingDay = 0;
  return steps.map((step) => {
    workingDay += step.waitWorkingDays;
    return { ...step, workingDay };
  });
}

/** A step with its keys in one order, so that two can be compared. */
function inOrder(step: SequenceStep): SequenceStep {
  const { stepNo, kind, waitWorkingDays, condition, templateId, inThread, taskKind, taskTitle, taskHolds } =
    step;
  return { stepNo, kind, waitWorkingDays, condition, templateId, inThread, taskKind, taskTitle, taskHolds };
}
