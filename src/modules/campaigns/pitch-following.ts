import { Injectable } from '@nestjs/common';
import { placementMove } from '../../core/campaigns/close-pitch.js';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import type { EventParams } from '../../platform/events/event.js';
import { PitchActs } from './pitch-acts.js';
import { standingOf } from './pitch-facts.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { PitchesRepository } from './pitches.repository.js';

/** Pitches follow the states of their placements, in the open transaction. */
@Injectable()
export class PitchFollowing {
  constructor(
    private readonly pitches: PitchesRepository,
    private readonly parts: PitchPartsRepository,
    private readonly acts: PitchActs,
    private readonly kinds: Kinds,
  ) {}

  /** Moves a pitch to where its placements lead it; one whose kind is gone, or that is archived, stays. */
  async follow(pitchId: string, told: EventParams): Promise<void> {
    const held = await this.pitches.lock(pitchId);
    const kind = this.kinds.one(held?.kind ?? '');
    if (held === null || kind === null) return;
    const around = await this.parts.around(held);
    const states = around.placements.map(({ state }) => state);
    const changes = placementMove(kind, standingOf(held), states);
    if (changes === null) return;
    const name = changes.outcome === 'won' && held.outcome !== 'won' ? 'pitch.won' : 'pitch.moved';
    const params = { ...told, isAutomatic: true };
    await this.acts.enter(held, { changes, around, kind: name, params, memberId: null });
  }
}
