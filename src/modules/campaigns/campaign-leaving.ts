import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { LeavingCounters } from '../access/leaving-counters.service.js';
import { campaignEvent } from './campaign-events.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { PitchActs } from './pitch-acts.js';
import { PitchesRepository } from './pitches.repository.js';

/** Who leaves hands over campaigns and pitches, as far as the other one may see their client; what is left belongs to nobody. */
@Injectable()
export class CampaignLeaving implements OnModuleInit {
  constructor(
    private readonly campaigns: CampaignsRepository,
    private readonly pitches: PitchesRepository,
    private readonly acts: PitchActs,
    private readonly counters: LeavingCounters,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.counters.register('campaigns', (memberIds) => this.campaigns.countByOwner(memberIds));
    this.counters.register('pitches', (memberIds) => this.pitches.countByAssignee(memberIds));
    this.events.inTransaction('member.left', (event) => this.handOver(event));
  }

  private async handOver({ params }: RecordedEvent): Promise<void> {
    const from = String(params['memberId']);
    const to = typeof params['handOverTo'] === 'string' ? params['handOverTo'] : null;
    const mayHave = new Map<string, string | null>();
    const heir = async (clientId: string): Promise<string | null> => {
      const known = mayHave.get(clientId);
      if (known !== undefined) return known;
      const seeing = to === null ? new Set<string>() : await this.campaigns.membersSeeing(clientId, [to]);
      const found = to !== null && seeing.has(to) ? to : null;
      mayHave.set(clientId, found);
      return found;
    };
    for (const row of await this.campaigns.ownedBy(from)) {
      const owner = await heir(row.clientId);
      await this.campaigns.write(row.id, { owner_member_id: owner }, this.clock.now());
      const told = { fields: ['owner_member_id'], from, to: owner };
      await this.events.record(campaignEvent('campaign.changed', row, told));
    }
    for (const held of await this.pitches.assignedTo(from)) {
      const owner = await heir(held.clientId);
      const told = { kind: 'pitch.handed_over', params: { from, to: owner } } as const;
      await this.acts.write(held, { assignee_member_id: owner }, told);
    }
    await this.campaigns.forget(from);
  }
}
