import { type INestApplication, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { Right } from '../../../src/core/access/roles.js';
import { API_PREFIX, OUTSIDE } from '../../../src/platform/http/configure-http.js';
import { MULTIPART, PUBLIC, RIGHT, SESSION_ONLY } from '../../../src/platform/http/route-marks.js';

/** An operation of the program, as its controllers declare it. */
export interface Route {
  /** As in the matrix: `GET /api/v1/clients/:id`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** The handler's name, which is the operation's id. */
  readonly handler: string;
  readonly right: Right | undefined;
  readonly isPublic: boolean;
  readonly isSessionOnly: boolean;
  readonly isForm: boolean;
}

/** All operations of the running program, from the marks on its handlers: none can hide by missing in a document. */
export function routesOf(nest: INestApplication): Route[] {
  const classes = [...nest.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map((controller) => controller.metatype as new () => object),
  );
  return [...new Set(classes)].flatMap(routesOfClass);
}

function routesOfClass(controller: new () => object): Route[] {
  const base = texts(Reflect.getMetadata('path', controller));
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((handler) => {
    const target = prototype[handler] ?? {};
    const method: unknown = Reflect.getMetadata('method', target);
    if (typeof method !== 'number') return [];
    const paths = base.flatMap((start) =>
      texts(Reflect.getMetadata('path', target)).map((end) => joined(start, end)),
    );
    return paths.map((path) => routeOf(target, handler, RequestMethod[method] ?? '', path));
  });
}

function routeOf(target: object, handler: string, method: string, path: string): Route {
  const has = (mark: string) => Reflect.getMetadata(mark, target) === true;
  return {
    name: `${method} ${path}`,
    method,
    path,
    handler,
    right: Reflect.getMetadata(RIGHT, target) as Right | undefined,
    isPublic: has(PUBLIC),
    isSessionOnly: has(SESSION_ONLY),
    isForm: has(MULTIPART),
  };
}

function joined(start: string, end: string): string {
  const path = [start, end]
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/');
  return OUTSIDE.includes(path) ? `/${path}` : `/${API_PREFIX}${path === '' ? '' : `/${path}`}`;
}

function texts(value: unknown): string[] {
  return typeof value === 'string' ? [value] : ((value as string[] | undefined) ?? ['']);
}
