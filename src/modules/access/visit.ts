import type { Request } from 'express';
import { networkOf } from '../../platform/http/client-address.js';
import { type Principal, principalOf } from '../../platform/http/principal.js';
import { requestIdOf } from '../../platform/http/request-id.js';

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
