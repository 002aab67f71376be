import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiExtension } from '@nestjs/swagger';
import type { Right } from '../../core/access/roles.js';
import { FormTextInterceptor } from './form-text.interceptor.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import {
  ENTRANCE_NOTE,
  MULTIPART,
  NO_KEY,
  NO_KEY_NOTE,
  NOBODY,
  ONCE,
  PUBLIC,
  RIGHT,
  SESSION_ONLY,
} from './route-marks.js';

/** The right a handler asks for. Every handler has this or `@Public`; without either it answers 403 to everybody. */
export const Rights = (right: Right): MethodDecorator => SetMetadata(RIGHT, right);

/** The handler answers anybody, signed in or not. */
export const Public = (): MethodDecorator =>
  applyDecorators(SetMetadata(PUBLIC, true), ApiExtension(ENTRANCE_NOTE, 'public'));

/**
 * The handler answers whoever asks, in whatever form, and never looks who it is: no session, no token, no database. For what a mail program
 * sends by itself.
 */
export const Anybody = (): MethodDecorator => applyDecorators(SetMetadata(NOBODY, true), Public());

/** The handler answers people at a browser only, never an API token: passwords, sessions, tokens. */
export const SessionOnly = (): MethodDecorator =>
  applyDecorators(SetMetadata(SESSION_ONLY, true), ApiExtension(ENTRANCE_NOTE, 'session'));

/** The handler does what must not run inside the transaction of an Idempotency-Key, such as hashing: the key is ignored. */
export const WithoutKey = (): MethodDecorator =>
  applyDecorators(SetMetadata(NO_KEY, true), ApiExtension(NO_KEY_NOTE, true));

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
      FormTextInterceptor,
      IdempotencyInterceptor,
    ),
  );
}
