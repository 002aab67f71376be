import type { NextFunction, Request, Response } from 'express';
import { newId } from '../database/id.js';

const requestIds = new WeakMap<object, string>();

/** Gives each request an id that its answer, its problems, its log lines and its audit events carry. */
export function giveRequestId(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Request-Id', requestIdOf(request));
  next();
}

/** The id of a request; made on first asking. */
export function requestIdOf(request: Request): string {
  const known = requestIds.get(request);
  if (known !== undefined) return known;
  const id = newId();
  requestIds.set(request, id);
  return id;
}
