import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { PitchDetail } from './pitch-detail.dto.js';
import { PitchDetails } from './pitch-details.service.js';
import { type HeldPitch, PitchesRepository } from './pitches.repository.js';

/** The frame of every act on one pitch: a transaction, its row locked, its revision compared, its page as the answer. */
@Injectable()
export class PitchWork {
  constructor(
    private readonly database: Database,
    private readonly pitches: PitchesRepository,
    private readonly details: PitchDetails,
  ) {}

  /** Throws `pitch.not_found`, `pitch.changed_meanwhile` when another revision was read, and what the work throws. */
  act(
    who: Principal,
    id: string,
    work: (held: HeldPitch) => Promise<unknown>,
    revision?: number,
  ): Promise<PitchDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.held(id);
      if (revision !== undefined && held.revision !== revision)
        throw new AppError('pitch.changed_meanwhile', { revision: held.revision });
      await work(held);
      return this.details.get(id, who.locale);
    });
  }

  /** The pitch with its row locked, in the open transaction. Throws `pitch.not_found`. */
  async held(id: string): Promise<HeldPitch> {
    const held = await this.pitches.lock(id);
    if (held === null) throw new AppError('pitch.not_found', { id });
    return held;
  }
}
