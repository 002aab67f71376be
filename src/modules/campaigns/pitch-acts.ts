import { Injectable } from '@nestjs/common';
import { decideLoss, decideReopen } from '../../core/campaigns/close-pitch.js';
import type { Kind, KindLocale } from '../../core/campaigns/kind.js';
import { decideMove, statusOf } from '../../core/campaigns/move-pitch.js';
import type { PitchChanges } from '../../core/campaigns/pitch.js';
import type { EventKind } from '../../core/events/kinds.js';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { EventParams } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { TouchIntake } from '../prospects/touch-intake.service.js';
import { TasksService } from '../tasks/tasks.service.js';
import { CampaignsService } from './campaigns.service.js';
import { pitchEvent } from './pitch-events.js';
import { moveFacts, standingOf } from './pitch-facts.js';
import { PitchPartsRepository, type PitchSurroundings } from './pitch-parts.repository.js';
import { pitchRefusal } from './pitch-refusal.js';
import { type HeldPitch, PitchesRepository, type PitchWrite } from './pitches.repository.js';

/** Who acts on a pitch, and in which language refusals name things. The program itself has no member. */
export interface Actor {
  readonly memberId: string | null;
  readonly locale: KindLocale;
}

/** What a move writes, and why it is made. */
export interface Entry {
  readonly changes: PitchChanges;
  readonly around: PitchSurroundings;
  readonly kind: EventKind;
  readonly params?: EventParams;
  /** Columns to write beside those of the stage. */
  readonly columns?: PitchWrite;
  readonly memberId: string | null;
}

/** What people do with one pitch, in the open transaction, its row locked: decided by its kind, written down, told. */
@Injectable()
export class PitchActs {
  constructor(
    private readonly pitches: PitchesRepository,
    private readonly parts: PitchPartsRepository,
    private readonly campaigns: CampaignsService,
    private readonly kinds: Kinds,
    private readonly tasks: TasksService,
    private readonly touches: TouchIntake,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Moves it to a stage. Throws the refusal of `decideMove`. */
  async move(held: HeldPitch, to: string, actor: Actor): Promise<void> {
    const kind = this.kindOf(held);
    const around = await this.parts.around(held);
    const facts = moveFacts(held, await this.campaigns.one(held.campaignId), around);
    const decision = decideMove({ kind, pitch: standingOf(held), to, facts });
    if (!decision.ok) throw pitchRefusal(decision, kind, actor.locale);
    const name = decision.changes.outcome === 'won' ? 'pitch.won' : 'pitch.moved';
    await this.enter(held, { changes: decision.changes, around, kind: name, memberId: actor.memberId });
  }

  /** Closes it as lost. Throws the refusal of `decideLoss`. */
  async lose(held: HeldPitch, loss: { reason: string; note: string }, actor: Actor): Promise<void> {
    const kind = this.kindOf(held);
    const decision = decideLoss(kind, standingOf(held), loss);
    if (!decision.ok) throw pitchRefusal(decision, kind, actor.locale);
    const around = await this.parts.around(held);
    const params = { reason: loss.reason };
    await this.enter(held, {
      changes: decision.changes,
      around,
      kind: 'pitch.lost',
      params,
      columns: { loss_note: loss.note.trim() },
      memberId: actor.memberId,
    });
    await this.tasks.closeFor({ pitchId: held.id }, 'pitch_lost');
  }

  /** Opens it again, where it stood or at the stage that is named. Throws the refusal of `decideReopen`. */
  async reopen(held: HeldPitch, to: string | null, actor: Actor): Promise<void> {
    const kind = this.kindOf(held);
    const around = await this.parts.around(held);
    const facts = moveFacts(held, await this.campaigns.one(held.campaignId), around);
    const decision = decideReopen({ kind, pitch: standingOf(held), to, facts });
    if (!decision.ok) throw pitchRefusal(decision, kind, actor.locale);
    const params = { outcome: held.outcome };
    await this.enter(held, {
      changes: decision.changes,
      around,
      kind: 'pitch.reopened',
      params,
      columns: { loss_note: '' },
      memberId: actor.memberId,
    });
  }

  /** Lets it rest until a day, or until somebody resumes it. Throws `pitch.closed`, `pitch.paused`, `pitch.archived`. */
  async pause(held: HeldPitch, until: string | null): Promise<void> {
    refuseClosed(held);
    if (held.status === 'paused' && held.pausedUntil === until) throw new AppError('pitch.paused');
    const columns = { status: 'paused', paused_until: until };
    await this.write(held, columns, { kind: 'pitch.paused', params: { until } });
  }

  /** Throws `pitch.closed`, `pitch.not_paused`, `pitch.archived`. */
  async resume(held: HeldPitch): Promise<void> {
    refuseClosed(held);
    if (held.status !== 'paused') throw new AppError('pitch.not_paused');
    const status = statusOf(this.kindOf(held), { ...standingOf(held), isPaused: false });
    await this.write(held, { status, paused_until: null }, { kind: 'pitch.resumed' });
  }

  /** Puts it away, or brings it back; what is there already stays as it is. */
  async shelve(held: HeldPitch, away: boolean): Promise<void> {
    if ((held.archivedAt !== null) === away) return;
    const columns = { archived_at: away ? this.clock.now() : null };
    await this.write(held, columns, { kind: away ? 'pitch.archived' : 'pitch.restored' });
    if (away) await this.tasks.closeFor({ pitchId: held.id }, 'pitch_archived');
  }

  /** Gives it to a member who may see its client, or to nobody. */
  async assign(held: HeldPitch, to: string | null): Promise<void> {
    if (held.assigneeMemberId === to) return;
    await this.campaigns.refuseStrangers(held.clientId, { assigneeMemberId: [to] });
    const params = { from: held.assigneeMemberId, to };
    await this.write(held, { assignee_member_id: to }, { kind: 'pitch.assigned', params });
  }

  /** Writes a stage that was decided on, with its moments; the first word to them is a touch of the site. */
  async enter(
    held: HeldPitch,
    { changes, around, kind, params, columns: more, memberId }: Entry,
  ): Promise<void> {
    const at = this.clock.now();
    const isOther = changes.stage !== held.stage;
    const isFirst = changes.isContact && held.firstContactedAt === null;
    const columns: PitchWrite = {
      stage: changes.stage,
      stage_position: changes.stagePosition,
      status: changes.status,
      outcome: changes.outcome,
      loss_reason: changes.lossReason,
      closed_at: changes.outcome === null ? null : (held.closedAt ?? at),
      ...(isOther ? { stage_since: at, next_step: '', next_step_on: null } : {}),
      ...(changes.status === 'paused' ? {} : { paused_until: null }),
      ...(isFirst ? { first_contacted_at: at } : {}),
      ...more,
    };
    await this.pitches.write(held.id, columns, at);
    const told = { from: held.stage, to: changes.stage, pitchKind: held.kind, ...params };
    await this.events.record(pitchEvent(kind, { ...held, ...around }, told));
    if (isFirst && held.siteId !== null) await this.touch(held, around, memberId);
  }

  /** Writes columns, and tells of it. */
  async write(
    held: HeldPitch,
    columns: PitchWrite,
    told: { kind: EventKind; params?: EventParams },
  ): Promise<void> {
    await this.pitches.write(held.id, columns, this.clock.now());
    const around = await this.parts.around(held);
    await this.events.record(pitchEvent(told.kind, { ...held, ...around }, told.params));
  }

  /** The kind of a pitch. Throws `pitch.kind_unknown` where the program no longer has it. */
  kindOf(held: Pick<HeldPitch, 'kind'>): Kind {
    const kind = this.kinds.one(held.kind);
    if (kind === null) throw new AppError('pitch.kind_unknown', { kind: held.kind });
    return kind;
  }

  private async touch(held: HeldPitch, around: PitchSurroundings, memberId: string | null): Promise<void> {
    const touch = {
      siteId: held.siteId ?? '',
      at: this.clock.now(),
      kind: 'mail' as const,
      contactId: around.contactIds[0] ?? null,
      clientId: held.clientId,
      brandId: held.brandId,
      memberId,
    };
    await this.touches.bring([touch], { importId: null });
  }
}

function refuseClosed({ outcome, archivedAt, id }: HeldPitch): void {
  if (archivedAt !== null) throw new AppError('pitch.archived', { id });
  if (outcome !== null) throw new AppError('pitch.closed', { outcome });
}
