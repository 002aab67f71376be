import { Injectable } from '@nestjs/common';
import { readEmail } from '../../core/access/email.js';
import { invitationFault, isAlwaysLimited, mayManage } from '../../core/access/membership.js';
import { formatToken } from '../../core/access/token-format.js';
import { Clock } from '../../platform/clock/clock.js';
import { newSecret, sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { AccessRows } from './access-rows.js';
import type { InvitationEntity } from './invitation.entity.js';
import { InvitationNews } from './invitation-news.js';
import type { InvitationMade, InvitationsView, InvitationView, NewInvitation } from './invitations.dto.js';

/** An invitation is open for 7 days. */
const OPEN_MS = 7 * 86_400_000;

/** Invitations as those see them who give them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly news: InvitationNews,
    private readonly clock: Clock,
  ) {}

  /** All open ones. */
  list(who: Principal): Promise<InvitationsView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const rows = await this.rows.invitations.open(who.workspaceId, this.clock.now());
      return { items: rows.map(invitationView) };
    });
  }

  /**
   * Invites somebody; an open invitation of the same address ends. Throws a reason of `invitationFault`,
   * `invitation.already_member` or `member.client_unknown`.
   */
  invite(who: Principal, given: NewInvitation, site: string): Promise<InvitationMade> {
    const isLimited = given.limitedToClients ?? isAlwaysLimited(given.role);
    const clientIds = isLimited ? (given.clientIds ?? []) : null;
    const fault = invitationFault(who.role, given.role, clientIds);
    if (fault !== null) throw new AppError(fault);
    const now = this.clock.now();
    const secret = newSecret();
    const { workspaceId } = who;
    const invitation: InvitationEntity = {
      workspaceId,
      id: newId(now),
      email: readEmail(given.email) ?? given.email,
      role: given.role,
      clientIds: [...(clientIds ?? [])],
      limitedToClients: isLimited,
      tokenHash: sha256(secret),
      invitedBy: who.memberId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + OPEN_MS),
      acceptedAt: null,
      revokedAt: null,
    };
    const link = `${site}/invitation/${formatToken('invitation', { workspaceId, secret })}`;
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.add(invitation);
      await this.news.invited(invitation, who, link);
      return { id: invitation.id, invitation: invitationView(invitation), link };
    });
  }

  /** Takes an open invitation back. Throws `invitation.not_found`, or `access.forbidden` for a role above one's own. */
  revoke(who: Principal, id: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const now = this.clock.now();
      const invitation = await this.rows.invitations.byId(who.workspaceId, id, now);
      if (invitation === null) throw new AppError('invitation.not_found');
      if (!mayManage(who.role, invitation.role)) throw new AppError('access.forbidden');
      await this.rows.invitations.revoke(who.workspaceId, id, now);
    });
  }

  private async add(invitation: InvitationEntity): Promise<void> {
    const { workspaceId, email, clientIds, createdAt } = invitation;
    const known = clientIds.length === 0 ? [] : await this.rows.members.knownClients(clientIds);
    if (clientIds.some((id) => !known.includes(id))) throw new AppError('member.client_unknown');
    if (await this.rows.members.hasEmail(workspaceId, email)) throw new AppError('invitation.already_member');
    await this.rows.invitations.revokeFor(workspaceId, email, createdAt);
    await this.rows.invitations.add(invitation);
  }
}

function invitationView(row: InvitationEntity): InvitationView {
  const { id, email, role, limitedToClients, clientIds, createdAt, expiresAt } = row;
  return { id, email, role, limitedToClients, clientIds, createdAt, expiresAt };
}
