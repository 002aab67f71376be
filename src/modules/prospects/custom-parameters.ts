import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';

const PARAMETER = /^custom(?:\.([a-z][a-z0-9_]{0,39})|\[([a-z][a-z0-9_]{0,39})\])$/;

/** Gathers parameters such as `custom.tier=gold` into one field `custom`, which the query's class then checks. */
@Injectable()
export class CustomParameters implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    Object.defineProperty(request, 'query', { value: gathered(request.query), configurable: true });
    return next.handle();
  }
}

function gathered(query: Request['query']): Record<string, unknown> {
  const custom: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    const [, dotted, bracketed] = PARAMETER.exec(name) ?? [];
    const key = dotted ?? bracketed;
    if (key === undefined) rest[name] = value;
    else custom[key] = value;
  }
  return Object.keys(custom).length === 0 ? rest : { ...rest, custom };
}
