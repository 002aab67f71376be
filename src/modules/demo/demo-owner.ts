import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/http/principal.js';
import { TeamService } from '../access/team.service.js';
import type { DemoPast } from './demo-history.js';

/** Who does what is done in the demo: its owner. */
@Injectable()
export class DemoOwner {
  constructor(private readonly team: TeamService) {}

  async principal({ scope, ownerMemberId }: Pick<DemoPast, 'scope' | 'ownerMemberId'>): Promise<Principal> {
    const member = (await this.team.team()).find((one) => one.memberId === ownerMemberId);
    return {
      userId: member?.userId ?? '',
      memberId: ownerMemberId,
      workspaceId: scope.workspaceId,
      role: 'owner',
      clientIds: null,
      locale: member?.locale ?? 'en',
      tokenId: null,
      sessionId: null,
    };
  }
}
