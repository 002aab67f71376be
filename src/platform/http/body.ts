import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../errors/app-error.js';
import { jsonFault } from './json-scan.js';

/** The largest JSON body, in bytes. Files come as multipart and have limits of their own. */
const LARGEST_JSON = 1_048_576;

/** `application/json`, alone or with the one charset JSON has (RFC 8259, 8.1); no other parameter. */
const JSON_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i;
const MULTIPART_TYPE = /^multipart\/form-data\s*;/i;

/** Whether a Content-Type is exactly JSON. */
export function isJsonType(type: string): boolean {
  return JSON_TYPE.test(type.trim());
}

/** Whether a Content-Type is a form with files. */
export function isMultipartType(type: string): boolean {
  return MULTIPART_TYPE.test(type.trim());
}

/** Whether a request brings a body, by its headers (RFC 9112, 6). */
export function hasBody(request: Request): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  );
}

/** How the framework reads the bytes of a JSON body: nothing that is packed, nothing larger. */
export const BODY_READING = {
  limit: LARGEST_JSON,
  inflate: false,
  type: (request: { headers: Request['headers'] }): boolean =>
    isJsonType(request.headers['content-type'] ?? ''),
};

/** Makes the bytes of a JSON body its value; an absent one is the empty object. Passes on `request.malformed`. */
export function readJson(request: Request, _response: Response, next: NextFunction): void {
  const bytes: unknown = request.body;
  try {
    request.body = Buffer.isBuffer(bytes) && bytes.length > 0 ? parseJson(bytes) : {};
  } catch (refused) {
    next(refused);
    return;
  }
  next();
}

function parseJson(bytes: Buffer): object {
  const { text, value } = decoded(bytes);
  const fault = jsonFault(text);
  if (fault !== null) throw new AppError('request.malformed', { reason: fault });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError('request.malformed', { reason: 'not_an_object' });
  }
  return value;
}

function decoded(bytes: Buffer): { text: string; value: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    throw new AppError('request.malformed', { reason: 'not_json' });
  }
}
