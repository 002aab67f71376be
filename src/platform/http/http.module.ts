import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ContentTypeGuard } from './content-type.guard.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { Limiter } from './limiter.js';
import { ProblemFilter } from './problem-filter.js';
import { SessionCookie } from './session-cookie.js';
import { SiteAddress } from './site-address.js';
import { RequestValidation } from './validation.js';

/** What every request passes: the form of its content, the check of its fields, and problems for refusals. */
@Global()
@Module({
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: ContentTypeGuard },
    { provide: APP_PIPE, useClass: RequestValidation },
    IdempotencyInterceptor,
    IdempotencyKeys,
    Limiter,
    SessionCookie,
    SiteAddress,
  ],
  exports: [IdempotencyInterceptor, IdempotencyKeys, Limiter, SessionCookie, SiteAddress],
})
export class HttpModule {}
