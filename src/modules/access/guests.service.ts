import { Injectable } from '@nestjs/common';
import { parseToken } from '../../core/access/token-format.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { AccessRows } from './access-rows.js';
import type { InvitationEntity } from './invitation.entity.js';
import type { Acceptance, InvitationForGuest } from './invitations.dto.js';
import { type Guest, Joining } from './joining.js';
import { Proof } from './proof.js';
import type { Viewer } from './sessions.service.js';
import type { UserEntity } from './user.entity.js';
import type { Visit } from './visit.js';

/** Invitations as those see them who got one. The token alone says which workspace is asked. */
@Injectable()
export class GuestsService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly proof: Proof,
    private readonly joining: Joining,
  ) {}

  /** What an invitation offers. Throws `invitation.not_found` for one that is unknown, used, taken back or too old. */
  look(token: string, now: Date): Promise<InvitationForGuest> {
    return this.withInvitation(token, now, async (invitation) => {
      const { name } = await this.rows.workspaces.get(invitation.workspaceId);
      const known = await this.rows.users.byEmail(invitation.email);
      const { email, role } = invitation;
      return { workspaceName: name, email, role, userExists: known !== null };
    });
  }

  /**
   * Comes in. Who is known proves it by being signed in or by their password; who is new gives name and password.
   * Throws `invitation.not_found`, `access.wrong_credentials`, `invitation.name_and_password_needed`, or the reason
   * why the password is not good enough.
   */
  async accept(token: string, given: Acceptance, visit: Visit, now: Date): Promise<Viewer> {
    const { email, known } = await this.withInvitation(token, now, async (invitation) => ({
      email: invitation.email,
      known: await this.rows.users.byEmail(invitation.email),
    }));
    const guest =
      known === null
        ? await this.stranger(email, given)
        : { user: await this.friend(known.user, given, visit) };
    return this.withInvitation(token, now, (invitation) => this.joining.join(invitation, guest, now));
  }

  private async friend(user: UserEntity, { password }: Acceptance, visit: Visit): Promise<UserEntity> {
    if (visit.before?.userId === user.id && visit.before.sessionId !== null) return user;
    if (password === undefined) throw new AppError('invitation.sign_in_needed');
    return this.proof.prove(user.email, password, visit.network);
  }

  private async stranger(email: string, { name, password }: Acceptance): Promise<Guest> {
    if (name === undefined || password === undefined)
      throw new AppError('invitation.name_and_password_needed');
    return { name: name.trim(), passwordHash: await this.proof.newHash(password, email) };
  }

  private withInvitation<T>(
    token: string,
    now: Date,
    work: (invitation: InvitationEntity) => Promise<T>,
  ): Promise<T> {
    const parsed = parseToken('invitation', token);
    if (parsed === null) throw new AppError('invitation.not_found');
    return this.database.inWorkspace({ workspaceId: parsed.workspaceId }, async () => {
      const hash = sha256(parsed.secret);
      const invitation = await this.rows.invitations.byToken(parsed.workspaceId, hash, now);
      if (invitation === null) throw new AppError('invitation.not_found');
      return work(invitation);
    });
  }
}
