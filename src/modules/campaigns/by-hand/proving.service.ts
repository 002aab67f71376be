import { Injectable } from '@nestjs/common';
import { localDay } from '../../../core/calendar/local-time.js';
import type { OwnField } from '../../../core/campaigns/kind.js';
import {
  DAYS_OF_PROOF,
  type DeadSight,
  isDeadSight,
  isProven,
  readSights,
} from '../../../core/campaigns/proof.js';
import { Kinds } from '../../../platform/campaign-kinds/kinds.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../../platform/http/principal.js';
import { TeamService } from '../../access/team.service.js';
import { TasksService } from '../../tasks/tasks.service.js';
import { PitchActs } from '../pitch-acts.js';
import { type HeldPitch, PitchesRepository } from '../pitches.repository.js';
import { PageLooks } from './page-looks.js';
import type { PitchProof, ProofSight } from './suggestions.dto.js';

/** Looks that are kept. */
const MOST_SIGHTS = 30;
/** A person waits for the answer. */
const PATIENCE_MS = 45_000;
const DAY_MS = 86_400_000;
/** Where no look could be made, nothing is recorded. */
const NOT_LOOKED = ['stopped', 'host_busy', 'host_rests'];
const TASK_WORDS = {
  en: 'Look at the dead page once more',
  nl: 'Kijk nog een keer naar de dode pagina',
} as const;

/** Proves that a page is dead: each look is recorded with its day, and two days are needed (D288). */
@Injectable()
export class ProvingService {
  constructor(
    private readonly database: Database,
    private readonly pitches: PitchesRepository,
    private readonly acts: PitchActs,
    private readonly looks: PageLooks,
    private readonly tasks: TasksService,
    private readonly team: TeamService,
    private readonly kinds: Kinds,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks at the page now. Throws `pitch.not_found`, `pitch.archived`, `pitch.closed`, `pitch.nothing_to_prove`,
   * `pitch.proof_address_missing`, or `pitch.not_looked_at` where its host cannot be asked.
   */
  async prove(who: Principal, id: string): Promise<PitchProof> {
    const { url } = await this.database.inWorkspace(scopeOf(who), async () =>
      this.toProve(await this.lock(id)),
    );
    const { sight } = await this.looks.one(url, AbortSignal.timeout(PATIENCE_MS));
    if (NOT_LOOKED.includes(sight.finding ?? '')) throw new AppError('pitch.not_looked_at', {});
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.lock(id);
      const { field } = this.toProve(held);
      const { timeZone } = await this.team.workspace();
      const now = this.clock.now().getTime();
      const look: DeadSight = {
        url,
        on: localDay(now, timeZone),
        status: sight.status,
        finding: sight.finding,
      };
      const sights = [...readSights(held.fields[field.key]), look].slice(-MOST_SIGHTS);
      const fields = { ...held.fields, [field.key]: sights };
      const told = {
        kind: 'pitch.changed' as const,
        params: { fields: ['fields'], proof: sight.finding ?? 'answers' },
      };
      await this.acts.write(held, { fields: JSON.stringify(fields) }, told);
      await this.plan(held, sights, { url, tomorrow: localDay(now + DAY_MS, timeZone) });
      return proofOf(look, sights, held.revision + 1);
    });
  }

  private async lock(id: string): Promise<HeldPitch> {
    const held = await this.pitches.lock(id);
    if (held === null) throw new AppError('pitch.not_found', { id });
    if (held.archivedAt !== null) throw new AppError('pitch.archived', { id });
    if (held.status === 'closed') throw new AppError('pitch.closed', { id });
    return held;
  }

  private toProve(held: HeldPitch): { field: OwnField; url: string } {
    const field = this.kinds.one(held.kind)?.fields.find((own) => own.type === 'proof');
    if (field === undefined) throw new AppError('pitch.nothing_to_prove', {});
    const url = held.fields[field.proves ?? ''];
    if (typeof url !== 'string' || url === '') throw new AppError('pitch.proof_address_missing', {});
    return { field, url };
  }

  /** After the first day somebody is reminded of the second; once it is proven nobody need be. */
  private async plan(
    held: HeldPitch,
    sights: readonly DeadSight[],
    { url, tomorrow }: { url: string; tomorrow: string },
  ): Promise<void> {
    const newest = sights.at(-1);
    if (isProven(sights, url)) await this.tasks.finishFor({ pitchId: held.id }, 'prove');
    else if (
      newest !== undefined &&
      isDeadSight(newest) &&
      !(await this.tasks.isOpen({ pitchId: held.id }, 'prove'))
    )
      await this.tasks.add({
        kind: 'prove',
        title: TASK_WORDS[await this.pitches.language()],
        facts: { url },
        dueOn: tomorrow,
        assigneeMemberId: held.assigneeMemberId,
        clientId: held.clientId,
        campaignId: held.campaignId,
        pitchId: held.id,
        siteId: held.siteId,
      });
  }
}

function proofOf(look: DeadSight, sights: readonly DeadSight[], revision: number): PitchProof {
  const ours = sights.filter((sight) => sight.url === look.url);
  return {
    sight: shown(look),
    sights: sights.map(shown),
    isProven: isProven(sights, look.url),
    days: new Set(ours.filter(isDeadSight).map((sight) => sight.on)).size,
    daysNeeded: DAYS_OF_PROOF,
    revision,
  };
}

function shown(sight: DeadSight): ProofSight {
  return { ...sight, isDead: isDeadSight(sight) };
}
