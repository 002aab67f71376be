import type { NestApplicationOptions } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config/config.js';
import { AppError } from '../errors/app-error.js';
import { BODY_READING, readJson } from './body.js';
import { trustedProxies } from './client-address.js';
import { FORBIDDEN_KEYS, type JsonFault } from './json-scan.js';
import { giveRequestId } from './request-id.js';

/** How Nest is created: bodies are read by `configureHttp`, and an open event stream does not hold up a stop. */
export const HTTP_OPTIONS: NestApplicationOptions = { bodyParser: false, forceCloseConnections: true };

/** Everything of the API stands under this. */
export const API_PREFIX = 'api/v1';

/** What stands outside of it: for those who run the program, not for those who use it. */
export const OUTSIDE = ['health/live', 'health/ready', 'metrics', 'api/openapi.json', 'u/:token'];

/** Where mail programs unsubscribe people: no session stands behind it, so no other site can misuse one. */
export const UNSUBSCRIBE = 'u/:token';
export const UNSUBSCRIBE_PATH = /^\/u\/[^/]+$/;

/** Puts on what protects every answer: security headers, the check for requests of other sites, limits of bodies. */
export function configureHttp(app: NestExpressApplication, config: Config): void {
  const isHttps = isHttpsAddress(config.publicUrl);
  app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE });
  app.set('trust proxy', trustedProxies(config.trustProxy));
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.useSecurityHeaders({
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(isHttps) },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
  app.enableCsrfProtection({
    trustedOrigins: config.publicUrl === '' ? [] : [new URL(config.publicUrl).origin],
    exclude: (request: Request) => hasBearer(request) || UNSUBSCRIBE_PATH.test(request.path),
  });
  app.use(giveRequestId, refuseOddQueries, neverStored);
  app.useBodyParser('raw', BODY_READING);
  app.use(readJson);
}

/** Whether the address people use is https: then cookies are Secure and the page may be upgraded. */
export function isHttpsAddress(address: string): boolean {
  return address !== '' && new URL(address).protocol === 'https:';
}

/** An API token is never sent by a browser on its own, so a request with one cannot be forged by another site. */
function hasBearer(request: Request): boolean {
  return /^bearer /i.test(request.headers.authorization ?? '');
}

/** The interface's style library writes style elements and attributes; scripts come from our own files only. */
function contentPolicy(isHttps: boolean): Record<string, string[]> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...(isHttps && { 'upgrade-insecure-requests': [] }),
  };
}

/** PostgreSQL stores no NUL character, and no parameter is called like a part of a prototype. */
function refuseOddQueries(request: Request, _response: Response, next: NextFunction): void {
  const reason = oddQuery(request);
  next(reason === null ? undefined : new AppError('request.malformed', { reason }));
}

function oddQuery({ url, query }: Request): JsonFault | null {
  if (/%00/.test(url)) return 'nul_character';
  return Object.keys(query).some((key) => FORBIDDEN_KEYS.has(key)) ? 'forbidden_key' : null;
}

/** Answers of the API hold what one person may see: no cache keeps them. */
function neverStored(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
  next();
}
