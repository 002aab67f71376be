import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Config } from '../config/config.js';
import type { WorkspaceScope } from '../database/scope.js';
import { AppError } from '../errors/app-error.js';
import { FormTextInterceptor } from '../http/form-text.interceptor.js';
import { IdempotencyInterceptor } from '../http/idempotency.interceptor.js';
import { principalOf, scopeOf } from '../http/principal.js';
import { MULTIPART } from '../http/route-marks.js';
import { type Upload, Uploads } from './uploads.js';

/** A file of a form that went straight into the database, as `@StreamedFile` reads it and `@UploadedFile()` hands it over. */
export interface StreamedFormFile {
  /** As the browser said; never used as a path. */
  readonly originalname: string;
  readonly mimetype: string;
  readonly upload: Upload;
}

type Receiver = (file: { originalname: string; stream: AsyncIterable<Buffer> }) => Promise<Upload>;
type Remover = (upload: Upload) => Promise<void>;

const RECEIVER = Symbol('where the file of this request goes');

interface Receiving {
  [RECEIVER]?: { receive: Receiver; remove: Remover };
}

/** Stands between the form's reader and the uploads: what it is handed never touches a folder. */
const intoTheDatabase = {
  _handleFile(
    request: Request & Receiving,
    file: { originalname: string; stream: AsyncIterable<Buffer> },
    done: (error: unknown, info?: { upload: Upload }) => void,
  ): void {
    const place = request[RECEIVER];
    const receiving =
      place === undefined ? Promise.reject(new Error('no receiver: use @StreamedFile')) : place.receive(file);
    receiving.then(
      (upload) => done(null, { upload }),
      (error: unknown) => done(error),
    );
  },
  _removeFile(
    request: Request & Receiving,
    file: { upload?: Upload },
    done: (error: Error | null) => void,
  ): void {
    const { upload } = file;
    const removing = upload === undefined ? undefined : request[RECEIVER]?.remove(upload);
    Promise.resolve(removing).then(
      () => done(null),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  },
};

/** Tells the form's reader where the file of this request goes: to the uploads of the caller's workspace. */
@Injectable()
class StreamedFileInterceptor implements NestInterceptor {
  constructor(
    private readonly uploads: Uploads,
    private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & Receiving>();
    const principal = principalOf(request);
    if (principal === null) throw new AppError('access.not_signed_in');
    const maxBytes = this.config.uploadMaxMb * 1_048_576;
    if (Number(request.headers['content-length'] ?? 0) > maxBytes + 100_000)
      throw new AppError('request.too_large');
    const scope = scopeOf(principal);
    const received: string[] = [];
    request[RECEIVER] = {
      receive: async ({ originalname, stream }) => {
        const upload = await this.uploads.receive(scope, { name: nameOf(originalname), maxBytes }, stream);
        received.push(upload.id);
        return upload;
      },
      remove: (upload) => this.uploads.remove(scope, upload.id),
    };
    return from(this.swept(scope, received, next));
  }

  /** What the handler did not claim goes at once: the request was refused, or is a repetition of one that was answered. */
  private async swept(
    scope: WorkspaceScope,
    received: readonly string[],
    next: CallHandler,
  ): Promise<unknown> {
    try {
      return await lastValueFrom(next.handle(), { defaultValue: undefined });
    } finally {
      for (const id of received) await this.uploads.remove(scope, id);
    }
  }
}

/** Names in forms are UTF-8 (RFC 7578, 5.1), which the form's reader hands on as if they were Latin-1. At most 200 characters are kept. */
export function nameOf(originalName: string): string {
  const name = Buffer.from(originalName, 'latin1').toString('utf8');
  return name.replaceAll(/\p{Cc}/gu, ' ').slice(0, 200);
}

/**
 * The handler takes `multipart/form-data` with at most one file in `field`, of any size the setting LINKLEDGER_UPLOAD_MAX_MB allows; it goes
 * straight into the database (`@UploadedFile()` is a `StreamedFormFile`). Limits of forms: S14.
 */
export function StreamedFile(field: string): MethodDecorator {
  return applyDecorators(
    SetMetadata(MULTIPART, true),
    UseInterceptors(
      StreamedFileInterceptor,
      FileInterceptor(field, {
        storage: intoTheDatabase,
        limits: { files: 1, fields: 20, parts: 21, fieldSize: 100_000, fieldNameSize: 200, headerPairs: 50 },
      }),
      FormTextInterceptor,
      IdempotencyInterceptor,
    ),
  );
}
