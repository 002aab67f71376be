import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { AuditRepository } from './audit.repository.js';
import { InvitationsRepository } from './invitations.repository.js';
import { MembersRepository } from './members.repository.js';
import { SessionsRepository } from './sessions.repository.js';
import { UsersRepository } from './users.repository.js';
import { WorkspacesRepository } from './workspaces.repository.js';

/** All rows of access, for the open transaction: most acts here touch several of them. */
@Injectable()
export class AccessRows {
  readonly apiTokens: ApiTokensRepository;
  readonly audit: AuditRepository;
  readonly invitations: InvitationsRepository;
  readonly members: MembersRepository;
  readonly sessions: SessionsRepository;
  readonly users: UsersRepository;
  readonly workspaces: WorkspacesRepository;

  constructor(database: Database) {
    this.apiTokens = new ApiTokensRepository(database);
    this.audit = new AuditRepository(database);
    this.invitations = new InvitationsRepository(database);
    this.members = new MembersRepository(database);
    this.sessions = new SessionsRepository(database);
    this.users = new UsersRepository(database);
    this.workspaces = new WorkspacesRepository(database);
  }
}
