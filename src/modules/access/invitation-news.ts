import { Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/events.js';
import type { Principal } from '../../platform/http/principal.js';
import { AccessRows } from './access-rows.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationMail } from './invitation-mail.service.js';

/** Tells of a new invitation, in its transaction: a fact for the timeline, a letter for the guest. */
@Injectable()
export class InvitationNews {
  constructor(
    private readonly rows: AccessRows,
    private readonly events: Events,
    private readonly mail: InvitationMail,
  ) {}

  /** The fact holds no address and no link; the letter holds both. */
  async invited(invitation: InvitationEntity, who: Principal, link: string): Promise<void> {
    const { workspaceId, id: invitationId, email, role, expiresAt } = invitation;
    const { name, locale } = await this.rows.workspaces.get(workspaceId);
    const inviter = await this.rows.users.byId(who.userId);
    await this.events.record({
      kind: 'member.invited',
      subjects: [
        { kind: 'workspace', id: workspaceId },
        { kind: 'member', id: who.memberId },
      ],
      params: { invitationId, role },
    });
    const letter = { workspaceId, workspaceName: name, invitationId, inviterName: inviter.name, email, role };
    await this.mail.post({ ...letter, locale, link, expiresAt });
  }
}
