import type { Request } from 'express';

/** A file of a form, as `@Multipart` reads it and `@UploadedFile()` hands it over. */
export interface FormFile {
  /** As the browser said; never used as a path. */
  readonly originalname: string;
  readonly mimetype: string;
  readonly size: number;
  readonly buffer: Buffer;
}

/** The file a form's reader put on a request, or null. */
export function fileOf(request: Request): FormFile | null {
  return (request as Request & { file?: FormFile }).file ?? null;
}
