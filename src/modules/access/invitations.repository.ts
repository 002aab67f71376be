import { IsNull, MoreThan } from 'typeorm';
import type { Database } from '../../platform/database/database.js';
import { InvitationEntity } from './invitation.entity.js';

/** The rows of invitations, in the open transaction of their workspace. */
export class InvitationsRepository {
  constructor(private readonly database: Database) {}

  /** Open invitations, newest first. */
  open(workspaceId: string, now: Date): Promise<InvitationEntity[]> {
    return this.table().find({ where: { workspaceId, ...isOpen(now) }, order: { createdAt: 'DESC' } });
  }

  /** One open invitation by id. */
  byId(workspaceId: string, id: string, now: Date): Promise<InvitationEntity | null> {
    return this.table().findOneBy({ workspaceId, id, ...isOpen(now) });
  }

  /** One open invitation by the hash of its token. */
  byToken(workspaceId: string, tokenHash: Buffer, now: Date): Promise<InvitationEntity | null> {
    return this.table().findOneBy({ workspaceId, tokenHash, ...isOpen(now) });
  }

  /** Adds an invitation. */
  async add(invitation: InvitationEntity): Promise<void> {
    await this.table().insert(invitation);
  }

  /** Takes the invitation for one acceptance; false when another one was faster. */
  async accept(invitation: InvitationEntity, at: Date): Promise<boolean> {
    const { workspaceId, id } = invitation;
    const place = { workspaceId, id, acceptedAt: IsNull(), revokedAt: IsNull() };
    return ((await this.table().update(place, { acceptedAt: at })).affected ?? 0) > 0;
  }

  /** Takes back one open invitation. */
  async revoke(workspaceId: string, id: string, at: Date): Promise<void> {
    await this.table().update(
      { workspaceId, id, acceptedAt: IsNull(), revokedAt: IsNull() },
      { revokedAt: at },
    );
  }

  /** Takes back what is open for an address: a new invitation takes its place. */
  async revokeFor(workspaceId: string, email: string, at: Date): Promise<void> {
    const place = { workspaceId, email, acceptedAt: IsNull(), revokedAt: IsNull() };
    await this.table().update(place, { revokedAt: at });
  }

  private table() {
    return this.database.manager().getRepository(InvitationEntity);
  }
}

function isOpen(now: Date) {
  return { acceptedAt: IsNull(), revokedAt: IsNull(), expiresAt: MoreThan(now) };
}
