import { Injectable } from '@nestjs/common';
import type { DemoPast } from './demo-history.js';
import { DemoPeople } from './demo-people.js';
import { DemoRelationship } from './demo-relationship.js';

/** What the demo's team knows beside its placements. */
@Injectable()
export class DemoRecords {
  constructor(
    private readonly people: DemoPeople,
    private readonly relationship: DemoRelationship,
  ) {}

  /** Writes it down in the open transaction. */
  async write(past: DemoPast): Promise<void> {
    await this.people.write(past);
    await this.relationship.write(past);
  }
}
