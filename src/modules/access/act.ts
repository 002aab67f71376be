import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** What an audit event says was tried: `clients.create_client`, and on which row. */
export interface Act {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Names the act of a route by its controller and handler, and its subject by the id in the path. */
export function actOf(context: ExecutionContext): Act {
  const resource = snakeCase(context.getClass().name.replace(/Controller$/, ''));
  const { id } = context.switchToHttp().getRequest<Request>().params;
  return {
    action: `${resource}.${snakeCase(context.getHandler().name)}`,
    subjectKind: resource,
    subjectId: typeof id === 'string' && UUID.test(id) ? id : null,
  };
}

/** The id of what an act made, from its answer. */
export function madeId(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('id' in body)) return null;
  return typeof body.id === 'string' && UUID.test(body.id) ? body.id : null;
}

function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
