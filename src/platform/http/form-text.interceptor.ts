import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { AppError } from '../errors/app-error.js';

/** Refuses a form whose text holds the NUL character, which PostgreSQL cannot store; bodies of JSON are looked through when read. */
@Injectable()
export class FormTextInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const body: unknown = context.switchToHttp().getRequest<Request>().body;
    const texts = typeof body === 'object' && body !== null ? Object.values(body) : [];
    if (texts.some((text) => typeof text === 'string' && text.includes('\u0000')))
      throw new AppError('request.malformed', { reason: 'nul_character' });
    return next.handle();
  }
}
