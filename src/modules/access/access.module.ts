import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Passwords } from '../../platform/crypto/passwords.js';
import { IdempotencyInterceptor } from '../../platform/http/idempotency.interceptor.js';
import { AccessGuard } from './access.guard.js';
import { AccessRows } from './access-rows.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { ApiTokensController } from './api-tokens.controller.js';
import { ApiTokensService } from './api-tokens.service.js';
import { AuditController } from './audit.controller.js';
import { AuditInterceptor } from './audit.interceptor.js';
import { AuditService } from './audit.service.js';
import { AuditEventEntity } from './audit-event.entity.js';
import { Authentication } from './authentication.js';
import { Cleaning, OldAnswers } from './cleaning.js';
import { CredentialEntity } from './credential.entity.js';
import { DemoFillers } from './demo-fillers.service.js';
import { FoundingService } from './founding.service.js';
import { GuestsService } from './guests.service.js';
import { InvitationEntity } from './invitation.entity.js';
import { InvitationMail } from './invitation-mail.service.js';
import { InvitationNews } from './invitation-news.js';
import { GuestsController, InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { Joining } from './joining.js';
import { LeavingService } from './leaving.service.js';
import { LeavingCounters } from './leaving-counters.service.js';
import { MemberEntity } from './member.entity.js';
import { MemberClientEntity } from './member-client.entity.js';
import { MembersController } from './members.controller.js';
import { MembersService } from './members.service.js';
import { Proof } from './proof.js';
import { SessionController } from './session.controller.js';
import { SessionEntity } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { SetupController } from './setup.controller.js';
import { SetupService } from './setup.service.js';
import { SetupGate } from './setup-gate.js';
import { TeamService } from './team.service.js';
import { UserEntity } from './user.entity.js';
import { WorkspaceController } from './workspace.controller.js';
import { WorkspaceEntity } from './workspace.entity.js';
import { WorkspaceService } from './workspace.service.js';

const ENTITIES = [
  ApiTokenEntity,
  AuditEventEntity,
  CredentialEntity,
  InvitationEntity,
  MemberClientEntity,
  MemberEntity,
  SessionEntity,
  UserEntity,
  WorkspaceEntity,
];

/** Who is who, and who may do what. The audit is outside of the repeated requests: a denial survives their rollback. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [
    SetupController,
    SessionController,
    AccountController,
    MembersController,
    InvitationsController,
    GuestsController,
    ApiTokensController,
    WorkspaceController,
    AuditController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    { provide: APP_INTERCEPTOR, useExisting: IdempotencyInterceptor },
    AccessRows,
    AccountService,
    ApiTokensService,
    AuditService,
    Authentication,
    Cleaning,
    DemoFillers,
    FoundingService,
    GuestsService,
    InvitationMail,
    InvitationNews,
    InvitationsService,
    Joining,
    LeavingCounters,
    LeavingService,
    MembersService,
    OldAnswers,
    Passwords,
    Proof,
    SessionsService,
    SetupGate,
    SetupService,
    TeamService,
    WorkspaceService,
  ],
  exports: [
    AuditService,
    DemoFillers,
    InvitationMail,
    LeavingCounters,
    MembersService,
    TeamService,
    WorkspaceService,
  ],
})
export class AccessModule {}
