import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { may, type Right } from '../../core/access/roles.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { ErrorCode } from '../../platform/errors/codes.js';
import { type Principal, recognise } from '../../platform/http/principal.js';
import { NOBODY, PUBLIC, RIGHT, SESSION_ONLY } from '../../platform/http/route-marks.js';
import { actOf } from './act.js';
import { AuditService } from './audit.service.js';
import { Authentication } from './authentication.js';

/** The door of every route: who is it, and may they. A route that asks for no right and is not public lets nobody in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly audit: AuditService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.isMarked(context, NOBODY)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const principal = await this.authentication.of(request);
    if (principal !== null) recognise(request, principal);
    if (this.isMarked(context, PUBLIC)) return true;
    if (principal === null) throw new AppError('access.not_signed_in');
    const refused = this.refusal(context, principal);
    if (refused === null) return true;
    await this.audit.ofRequest(request, principal, {
      ...actOf(context),
      outcome: 'denied',
      params: { code: refused },
    });
    throw new AppError(refused);
  }

  private refusal(context: ExecutionContext, principal: Principal): ErrorCode | null {
    const right = this.reflector.get<Right | undefined>(RIGHT, context.getHandler());
    if (right === undefined || !may(principal.role, right, principal.tokenScope)) return 'access.forbidden';
    return this.isMarked(context, SESSION_ONLY) && principal.sessionId === null
      ? 'access.session_needed'
      : null;
  }

  private isMarked(context: ExecutionContext, mark: string): boolean {
    return this.reflector.get<boolean | undefined>(mark, context.getHandler()) === true;
  }
}
