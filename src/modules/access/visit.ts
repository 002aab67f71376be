import type { Request, Response } from 'express';
import { networkOf } from '../../platform/http/client-address.js';
import { type Principal, principalOf } from '../../platform/http/principal.js';
import { requestIdOf } from '../../platform/http/request-id.js';
import type { SessionCookie } from '../../platform/http/session-cookie.js';
import type { SessionView } from './session.dto.js';
import type { OpenedSession } from './sessions.service.js';

/** What is known of a browser that comes in. */
export interface Visit {
  readonly network: string;
  readonly userAgent: string;
  readonly requestId: string;
  /** Who the browser was signed in as until now. */
  readonly before: Principal | null;
}

/** Reads a visit from its request. */
export function visitOf(request: Request): Visit {
  return {
    network: networkOf(request),
    userAgent: request.headers['user-agent'] ?? '',
    requestId: requestIdOf(request),
    before: principalOf(request),
  };
}

/** Gives the browser the secret of an opened session; answers what its person sees. */
export function enter(cookie: SessionCookie, response: Response, opened: OpenedSession): SessionView {
  cookie.write(response.req, response, opened.secret, opened.expiresAt);
  return opened.view;
}
