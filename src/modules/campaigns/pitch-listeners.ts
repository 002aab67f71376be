import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { pitchWords as english } from '../../platform/i18n/en/pitch-words.js';
import { pitchWords as dutch } from '../../platform/i18n/nl/pitch-words.js';
import { PitchActs } from './pitch-acts.js';
import { PitchDays } from './pitch-days.js';
import { PitchFollowing } from './pitch-following.js';
import { PitchPartsRepository } from './pitch-parts.repository.js';
import { PitchesRepository } from './pitches.repository.js';

const WORDS = { en: english, nl: dutch } as const;

/** What pitches do when something happens to their placements or sites, in the transaction of that fact. */
@Injectable()
export class PitchListeners implements OnModuleInit {
  constructor(
    private readonly pitches: PitchesRepository,
    private readonly parts: PitchPartsRepository,
    private readonly acts: PitchActs,
    private readonly following: PitchFollowing,
    private readonly days: PitchDays,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('placement.state_changed', (event) => this.follow(event));
    this.events.inTransaction('site.owner_changed', (event) => this.askAnew(event));
    this.events.inTransaction('site.owner_restored', (event) => this.forget(event));
  }

  /** The state of its placements moves a pitch. */
  private async follow({ subjects, params }: RecordedEvent): Promise<void> {
    const placementId = subjects.find(({ kind }) => kind === 'placement')?.id;
    const pitchId = placementId === undefined ? null : await this.parts.pitchOf(placementId);
    if (pitchId !== null) await this.following.follow(pitchId, { placementId, state: params['to'] ?? null });
  }

  /** Whoever was spoken with may be gone: open pitches on the site say so as their next step, today. */
  private async askAnew({ params }: RecordedEvent): Promise<void> {
    const open = await this.pitches.openOnSites([String(params['siteId'])], null);
    if (open.length === 0) return;
    const nextStep = WORDS[await this.pitches.language()].newOwner;
    const columns = { next_step: nextStep, next_step_on: await this.days.today() };
    for (const held of open)
      await this.acts.write(held, columns, {
        kind: 'pitch.changed',
        params: { fields: ['next_step'], reason: 'new_owner' },
      });
  }

  /** The owner did not change after all: the step is taken back where it still stands. */
  private async forget({ params }: RecordedEvent): Promise<void> {
    const words: readonly string[] = Object.values(WORDS).map(({ newOwner }) => newOwner);
    const open = await this.pitches.openOnSites([String(params['siteId'])], null);
    for (const held of open.filter(({ nextStep }) => words.includes(nextStep)))
      await this.acts.write(
        held,
        { next_step: '', next_step_on: null },
        { kind: 'pitch.changed', params: { fields: ['next_step'], reason: 'owner_restored' } },
      );
  }
}
