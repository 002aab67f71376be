import { Injectable } from '@nestjs/common';
import type { Origin } from '../../core/imports/origin.js';
import type { TouchDirection, TouchKind, TouchResult } from '../../core/prospects/prospect.js';
import { Clock } from '../../platform/clock/clock.js';
import { type FreshTouch, TouchesRepository } from './touches.repository.js';

/** That the team was in touch with a site. */
export interface TouchFact {
  readonly siteId: string;
  readonly at: Date;
  /** `other` where nobody says. */
  readonly kind?: TouchKind;
  readonly direction?: TouchDirection;
  readonly result?: TouchResult;
  readonly contactId?: string | null;
  readonly clientId?: string | null;
  readonly brandId?: string | null;
  /** Who of the team it was. */
  readonly memberId?: string | null;
  readonly note?: string;
}

/** Touches that come with an import, and go with its undoing: one statement a batch. */
@Injectable()
export class TouchIntake {
  constructor(
    private readonly touches: TouchesRepository,
    private readonly clock: Clock,
  ) {}

  /** Writes touches down, in the open transaction; one an import has brought before, of the same site and moment, is left out. */
  async bring(facts: readonly TouchFact[], { importId }: Origin): Promise<{ created: number }> {
    if (facts.length === 0) return { created: 0 };
    const made = await this.touches.insert(facts.map(fresh), { importId, at: this.clock.now() });
    return { created: made.length };
  }

  /** Takes an import's touches back, at most so many; answers how many, so call it until that is none. */
  withdraw(importId: string, atMost = 5000): Promise<number> {
    return this.touches.withdraw(importId, atMost);
  }
}

function fresh(fact: TouchFact): FreshTouch {
  return {
    siteId: fact.siteId,
    at: fact.at,
    kind: fact.kind ?? 'other',
    direction: fact.direction ?? 'out',
    result: fact.result ?? 'unknown',
    contactId: fact.contactId ?? null,
    clientId: fact.clientId ?? null,
    brandId: fact.brandId ?? null,
    memberId: fact.memberId ?? null,
    note: fact.note ?? '',
  };
}
