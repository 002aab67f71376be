import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, principalOf } from '../../platform/http/principal.js';
import { actOf, madeId } from './act.js';
import { AuditService } from './audit.service.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Records each change a member makes, and each one a service refused them, after its own transaction has ended. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly audit: AuditService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const principal = principalOf(request);
    if (principal === null || READING.has(request.method)) return next.handle();
    return from(this.recorded(context, principal, next));
  }

  private async recorded(
    context: ExecutionContext,
    principal: Principal,
    next: CallHandler,
  ): Promise<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const act = actOf(context);
    try {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.audit.ofRequest(request, principal, {
        ...act,
        subjectId: act.subjectId ?? madeId(body),
        outcome: 'done',
      });
      return body;
    } catch (error) {
      if (error instanceof AppError && error.status === 403) {
        await this.audit.ofRequest(request, principal, {
          ...act,
          outcome: 'denied',
          params: { code: error.code },
        });
      }
      throw error;
    }
  }
}
