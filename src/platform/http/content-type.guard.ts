import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { AppError } from '../errors/app-error.js';
import { hasBody, isJsonType, isMultipartType } from './body.js';
import { MULTIPART, NOBODY } from './route-marks.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a request change something only when it is exactly JSON, or a form where the handler says `@Multipart`: a
 * web page of somebody else cannot send JSON without asking first, but it can send forms and plain text (S8).
 */
@Injectable()
export class ContentTypeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const takesForm = this.reflector.get<boolean | undefined>(MULTIPART, context.getHandler()) === true;
    const takesAll = this.reflector.get<boolean | undefined>(NOBODY, context.getHandler()) === true;
    if (takesAll || SAFE_METHODS.has(request.method) || isAccepted(request, takesForm)) return true;
    throw new AppError('request.content_type');
  }
}

function isAccepted(request: Request, takesForm: boolean): boolean {
  const type = request.headers['content-type'];
  if (type === undefined) return !hasBody(request) && !takesForm;
  return takesForm ? isMultipartType(type) : isJsonType(type);
}
