import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Role, TokenScope } from '../../core/access/roles.js';
import type { WorkspaceScope } from '../database/scope.js';
import type { Locale } from '../i18n/catalogue.js';

/** Who acts in a request: one member of one workspace, by a session or by an API token. */
export interface Principal {
  readonly userId: string;
  readonly memberId: string;
  readonly workspaceId: string;
  readonly role: Role;
  /** Clients a limited member may see; null means all of the workspace. */
  readonly clientIds: readonly string[] | null;
  readonly locale: Locale;
  /** Present when an API token acts. */
  readonly tokenScope?: TokenScope;
  /** The API token that acts, or null for a session. */
  readonly tokenId: string | null;
  /** The session that acts, or null for an API token. */
  readonly sessionId: string | null;
}

const principals = new WeakMap<object, Principal>();

/** Writes down who a request was recognised as. Only the guard of access calls it. */
export function recognise(request: Request, principal: Principal): void {
  principals.set(request, principal);
}

/** Who acts in this request, or null on a public route without a session. */
export function principalOf(request: Request): Principal | null {
  return principals.get(request) ?? null;
}

/** Handler parameter: who acts. Only on routes with `@Rights`; on a public route it throws, because nobody need be there. */
export const Principal = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const principal = principalOf(context.switchToHttp().getRequest<Request>());
  if (principal === null) throw new Error('@Principal on a route that asks for no right');
  return principal;
});

/** The scope of the transactions a principal's acts run in. */
export function scopeOf(principal: Principal): WorkspaceScope {
  return { workspaceId: principal.workspaceId, clientIds: principal.clientIds, userId: principal.userId };
}
