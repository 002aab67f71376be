import { Injectable } from '@nestjs/common';
import type { Role } from '../../core/access/roles.js';
import type { Locale } from '../../platform/http/language.js';

/** All a letter of invitation says. The link is a secret: it opens the door for whoever has it. */
export interface InvitationLetter {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly invitationId: string;
  readonly inviterName: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly link: string;
  readonly expiresAt: Date;
}

/** Queues a letter in the open transaction. */
export type Postman = (letter: InvitationLetter) => Promise<void>;

/** The place where the module that sends mail says so. Without one an invitation is only shown to the inviter. */
@Injectable()
export class InvitationMail {
  private postman: Postman | null = null;

  /** Registers who sends the letters; called in `onModuleInit`. */
  register(postman: Postman): void {
    this.postman = postman;
  }

  /** Hands a letter over, in the transaction that makes the invitation. */
  async post(letter: InvitationLetter): Promise<void> {
    await this.postman?.(letter);
  }
}
