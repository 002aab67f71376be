import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { AccessRows } from './access-rows.js';
import type { InvitationEntity } from './invitation.entity.js';
import type { UserEntity } from './user.entity.js';

/** Who a guest is: somebody known, or somebody to be made known with this name and password hash. */
export type Guest = { readonly user: UserEntity } | { readonly name: string; readonly passwordHash: string };

/** Makes a guest a member, in the open transaction of the invitation. */
@Injectable()
export class Joining {
  constructor(
    private readonly rows: AccessRows,
    private readonly events: Events,
  ) {}

  /** Uses the invitation up. Throws `invitation.not_found` when another acceptance was faster, `invitation.already_member`. */
  async join(
    invitation: InvitationEntity,
    guest: Guest,
    now: Date,
  ): Promise<{ userId: string; workspaceId: string }> {
    const { workspaceId, email, role, limitedToClients } = invitation;
    if (!(await this.rows.invitations.accept(invitation, now))) throw new AppError('invitation.not_found');
    if (await this.rows.members.hasEmail(workspaceId, email)) throw new AppError('invitation.already_member');
    const user = 'user' in guest ? guest.user : await this.addUser(invitation, guest, now);
    const member = {
      workspaceId,
      id: newId(now),
      userId: user.id,
      name: user.name,
      email,
      role,
      limitedToClients,
    };
    await this.rows.members.add(
      { ...member, position: '', digest: true, createdAt: now, leftAt: null },
      invitation.clientIds,
    );
    await this.events.record({
      kind: 'member.joined',
      subjects: [{ kind: 'member', id: member.id }],
      params: { role },
      actorUserId: user.id,
    });
    return { userId: user.id, workspaceId };
  }

  private async addUser(
    { workspaceId, email }: InvitationEntity,
    { name, passwordHash }: Exclude<Guest, { user: UserEntity }>,
    now: Date,
  ): Promise<UserEntity> {
    const { locale } = await this.rows.workspaces.get(workspaceId);
    const user = { id: newId(now), email, name, locale, createdAt: now, disabledAt: null };
    await this.rows.users.add(user, passwordHash);
    return user;
  }
}
