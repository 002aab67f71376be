import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyInterceptor } from '../../platform/http/idempotency.interceptor.js';
import { AccessGuard } from './access.guard.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import { AuditInterceptor } from './audit.interceptor.js';
import { AuditRepository } from './audit.repository.js';
import { AuditService } from './audit.service.js';
import { AuditEventEntity } from './audit-event.entity.js';
import { Authentication } from './authentication.js';
import { SessionEntity } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';

/** Who is who, and who may do what. The audit is outside of the repeated requests: a denial survives their rollback. */
@Module({
  imports: [TypeOrmModule.forFeature([ApiTokenEntity, AuditEventEntity, SessionEntity])],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    { provide: APP_INTERCEPTOR, useExisting: IdempotencyInterceptor },
    ApiTokensRepository,
    AuditRepository,
    AuditService,
    Authentication,
    SessionsRepository,
  ],
  exports: [AuditService],
})
export class AccessModule {}
