import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { fieldSentence, problemSentences } from '../i18n/problem-sentence.js';
import { languageOf } from './language.js';
import { type Refusal, refusalOf } from './problem.js';
import { requestIdOf } from './request-id.js';

const BUG: Refusal = { code: 'server.failed', status: 500, params: {}, errors: [] };

/** Turns every error of a request into problem+json (RFC 9457) in the caller's language; a bug tells no details. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = refusalOf(error) ?? BUG;
    if (refusal.status >= 500) this.report(error, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { retryAfterS } = refusal.params;
    if (typeof retryAfterS === 'number') response.setHeader('Retry-After', String(retryAfterS));
    response.setHeader('X-Request-Id', requestIdOf(request));
    response.setHeader('Cache-Control', 'no-store');
    response
      .status(refusal.status)
      .type('application/problem+json')
      .send(JSON.stringify(body(refusal, request)));
  }

  /** Path without its query: that may hold search words. */
  private report(error: unknown, request: Request): void {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const cause =
      error instanceof Error && error.cause instanceof Error ? `; because of ${error.cause.message}` : '';
    this.logger.error(
      `${request.method} ${pathForLog(request)} failed (request ${requestIdOf(request)}): ${reason}${cause}`,
    );
  }
}

/** Tokens of invitations and of links to unsubscribe stand in a path: they stay out of the log. */
function pathForLog(request: Request): string {
  return request.path.replace(/(\/by-token\/|^\/u\/)[^/]+/, '$1...');
}

function body(refusal: Refusal, request: Request): object {
  const locale = languageOf(request);
  const { title, detail } = problemSentences(refusal.code, refusal.params, locale);
  const errors = refusal.errors.map((fault) => ({
    ...fault,
    message: fieldSentence(fault.code, fault.params, locale) ?? fault.message,
  }));
  return {
    type: 'about:blank',
    title,
    status: refusal.status,
    code: refusal.code,
    detail,
    ...(Object.keys(refusal.params).length > 0 && { params: refusal.params }),
    ...(errors.length > 0 && { errors }),
    requestId: requestIdOf(request),
  };
}
