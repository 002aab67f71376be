import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../database/database.js';
import { AppError } from '../errors/app-error.js';
import { fileDigest, fileOf } from './form-file.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { type Principal, principalOf, scopeOf } from './principal.js';
import { MULTIPART, NO_KEY, ONCE, PUBLIC } from './route-marks.js';

/** Visible ASCII, as long as the table takes. */
const KEY_FORM = /^[\x21-\x7e]{1,255}$/;

/** A request that wants to be done once: its key, and a hash of what it asks for. */
interface OnceOnly {
  readonly principal: Principal;
  readonly key: string;
  readonly hash: Buffer;
}

/**
 * Makes a POST with an `Idempotency-Key` happen once. The handler runs inside the transaction that holds the key, so
 * the effect and the remembered answer are committed together: a repeated request gets the first one's answer, one
 * that overlaps it gets 409, one with another body 422. Refusals are not remembered.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly keys: IdempotencyKeys,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const once = this.onceOnly(context, request);
    if (once === null) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    const shownOnce = this.reflector.get<readonly string[] | undefined>(ONCE, context.getHandler()) ?? [];
    return from(
      this.database.inWorkspace(scopeOf(once.principal), () =>
        this.answered(once, next, response, shownOnce),
      ),
    );
  }

  private async answered(
    once: OnceOnly,
    next: CallHandler,
    response: Response,
    shownOnce: readonly string[],
  ): Promise<unknown> {
    const { principal, key, hash } = once;
    const owner = { workspaceId: principal.workspaceId, principal: principal.memberId, key };
    if (!(await this.keys.lock(owner))) throw new AppError('idempotency.in_progress');
    const known = await this.keys.find(owner);
    if (known === null) {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.keys.remember(owner, { hash, status: response.statusCode, body: without(shownOnce, body) });
      return body;
    }
    if (!known.hash.equals(hash)) throw new AppError('idempotency.other_body');
    response.status(known.status).setHeader('Idempotency-Replayed', 'true');
    return known.body ?? undefined;
  }

  private onceOnly(context: ExecutionContext, request: Request): OnceOnly | null {
    const key = request.headers['idempotency-key'];
    const principal = principalOf(request);
    if (key === undefined || principal === null || !this.takesKey(context, request)) return null;
    if (typeof key !== 'string' || !KEY_FORM.test(key)) throw new AppError('idempotency.key_invalid');
    return { principal, key, hash: hashOf(request) };
  }

  /** The global run leaves forms alone: their own run comes after the form was read (`@Multipart`). */
  private takesKey(context: ExecutionContext, request: Request): boolean {
    const has = (mark: string) =>
      this.reflector.get<boolean | undefined>(mark, context.getHandler()) === true;
    const isUnreadForm = has(MULTIPART) && fileOf(request) === null && isEmpty(request.body);
    return (
      request.method === 'POST' && !isUnreadForm && !has(PUBLIC) && !has(NO_KEY) && !this.database.isOpen()
    );
  }
}

function isEmpty(body: unknown): boolean {
  return typeof body !== 'object' || body === null || Object.keys(body).length === 0;
}

function hashOf(request: Request): Buffer {
  const hash = createHash('sha256').update(
    `${request.method} ${request.originalUrl}\n${JSON.stringify(request.body ?? {})}`,
  );
  const file = fileDigest(request);
  if (file !== null) hash.update(file);
  return hash.digest();
}

function without(fields: readonly string[], body: unknown): unknown {
  if (fields.length === 0 || typeof body !== 'object' || body === null) return body;
  return { ...body, ...Object.fromEntries(fields.map((field) => [field, null])) };
}
