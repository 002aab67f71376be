import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import type { Kind, KindLocale } from '../../core/campaigns/kind.js';
import { decideMove, missingFor, stuckAfterDays } from '../../core/campaigns/move-pitch.js';
import type { MoveFacts } from '../../core/campaigns/pitch.js';
import { daysInStage, isStuck } from '../../core/campaigns/standing.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { problemSentences } from '../../platform/i18n/problem-sentence.js';
import { TeamService } from '../access/team.service.js';
import { CampaignsService } from './campaigns.service.js';
import type { PitchDetail, PitchStep } from './pitch-detail.dto.js';
import { PitchDetailQuery, type PitchRecord } from './pitch-detail.query.js';
import { moveFacts, standingOf } from './pitch-facts.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { refusalParams, stageName } from './pitch-refusal.js';
import { type HeldPitch, PitchesRepository } from './pitches.repository.js';

/** The page of one pitch, in the open transaction and the language of who reads it. */
@Injectable()
export class PitchDetails {
  constructor(
    private readonly pitches: PitchesRepository,
    private readonly parts: PitchPartsRepository,
    private readonly query: PitchDetailQuery,
    private readonly campaigns: CampaignsService,
    private readonly kinds: Kinds,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  /** Throws `pitch.not_found`. */
  async get(id: string, locale: KindLocale): Promise<PitchDetail> {
    const [held] = await this.pitches.many([id]);
    const record = await this.query.one(id);
    if (held === undefined || record === null) throw new AppError('pitch.not_found', { id });
    const kind = this.kinds.one(held.kind);
    const facts = moveFacts(held, await this.campaigns.one(held.campaignId), await this.parts.around(held));
    const { timeZone } = await this.team.workspace();
    const now = this.clock.now().getTime();
    const today = localDay(now, timeZone);
    return {
      ...plain(held),
      ...aroundOf(record, today),
      ...wordsOf(held, kind, locale),
      ...timesOf(held, kind, { now, today }),
      steps: kind === null ? [] : stepsOf(kind, held, facts, locale),
    };
  }
}

function plain(held: HeldPitch) {
  const { stagePosition: _, targetPageId: __, assetId: ___, ...shown } = held;
  return { ...shown, fields: { ...held.fields }, approvalStates: { ...held.approvalStates } };
}

function aroundOf(record: PitchRecord, today: string) {
  const { placements, siteKey, files, ...rest } = record;
  return {
    ...rest,
    siteKey,
    displayHost: siteKey === null ? null : displayHost(siteKey),
    files: files.map((file) => ({ ...file, addedAt: new Date(file.addedAt) })),
    placements: placements.map((placement) => ({
      ...placement,
      overdue: placement.state === 'awaited' && placement.dueOn !== null && placement.dueOn < today,
    })),
  };
}

function wordsOf(held: HeldPitch, kind: Kind | null, locale: KindLocale) {
  const loss = kind?.losses.find((known) => known.key === held.lossReason);
  return {
    kindName: kind?.words[locale].name ?? held.kind,
    stageName: kind === null ? held.stage : stageName(kind, held.stage, locale),
    lossReasonName: loss?.words[locale].name ?? held.lossReason,
  };
}

function timesOf(held: HeldPitch, kind: Kind | null, { now, today }: { now: number; today: string }) {
  const isOpen = held.status !== 'closed';
  const stageSince = held.stageSince.getTime();
  const standing = {
    isOpen,
    isPaused: held.status === 'paused',
    stageSince,
    stuckAfterDays: kind === null ? 0 : stuckAfterDays(kind, held.stage),
    nextStepOn: held.nextStepOn,
  };
  return {
    daysInStage: daysInStage(stageSince, now),
    isStuck: isStuck(standing, { now, today }),
    isOverdue: isOpen && held.nextStepOn !== null && held.nextStepOn < today,
  };
}

/** Every stage of the kind with whether a person may move the pitch there, and why not. */
function stepsOf(kind: Kind, held: HeldPitch, facts: MoveFacts, locale: KindLocale): PitchStep[] {
  const pitch = standingOf(held);
  return kind.stages.map(({ key, words }) => {
    const decision = decideMove({ kind, pitch, to: key, facts });
    const { name, nextStep } = words[locale];
    const step = { stage: key, name, nextStep, missing: missingFor(kind, key, pitch, facts) };
    if (decision.ok) return { ...step, isAllowed: true, code: null, why: null };
    const params = refusalParams(decision, kind, locale);
    const why = problemSentences(decision.code, params, locale).detail;
    return { ...step, isAllowed: false, code: decision.code, why };
  });
}
