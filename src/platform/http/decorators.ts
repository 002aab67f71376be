import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Right } from '../../core/access/roles.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { MULTIPART, NO_KEY, ONCE, PUBLIC, RIGHT, SESSION_ONLY } from './route-marks.js';

/** The right a handler asks for. Every handler has this or `@Public`; without either it answers 403 to everybody. */
export const Rights = (right: Right): MethodDecorator => SetMetadata(RIGHT, right);

/** The handler answers anybody, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);

/** The handler answers people at a browser only, never an API token: passwords, sessions, tokens. */
export const SessionOnly = (): MethodDecorator => SetMetadata(SESSION_ONLY, true);

/** The handler does what must not run inside the transaction of an Idempotency-Key, such as hashing: the key is ignored. */
export const WithoutKey = (): MethodDecorator => SetMetadata(NO_KEY, true);

/** Fields of the answer that are shown once: a replayed request of the same Idempotency-Key gets null in their place. */
export const ShownOnce = (...fields: readonly string[]): MethodDecorator => SetMetadata(ONCE, fields);

/**
 * The handler takes `multipart/form-data` with at most one file in `field` (in memory, `@UploadedFile()`), of at most
 * `maxBytes`. Without this a form is refused with 415.
 */
export function Multipart(field: string, maxBytes: number): MethodDecorator {
  return applyDecorators(
    SetMetadata(MULTIPART, true),
    UseInterceptors(
      FileInterceptor(field, {
        limits: { fileSize: maxBytes, files: 1, fields: 20, parts: 21, fieldSize: 100_000, headerPairs: 50 },
      }),
      IdempotencyInterceptor,
    ),
  );
}
