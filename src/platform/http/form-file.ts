import type { Request } from 'express';

/** A file of a form, as `@Multipart` reads it and `@UploadedFile()` hands it over. */
export interface FormFile {
  /** As the browser said; never used as a path. */
  readonly originalname: string;
  readonly mimetype: string;
  readonly size: number;
  readonly buffer: Buffer;
}

/** What tells two files of forms apart: the bytes, or of one that was streamed elsewhere their SHA-256; null without a file. */
export function fileDigest(request: Request): Buffer | string | null {
  const { file } = request as Request & { file?: Partial<FormFile> & { upload?: { sha256: string } } };
  return file?.upload?.sha256 ?? file?.buffer ?? null;
}

/** The file a form's reader put on a request, or null. */
export function fileOf(request: Request): FormFile | null {
  return (request as Request & { file?: FormFile }).file ?? null;
}
