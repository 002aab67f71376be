import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { API_PREFIX, OUTSIDE, UNSUBSCRIBE_PATH } from '../http/configure-http.js';
import { fromRoot } from '../paths.js';

/** Paths of the program itself; everything else without a file ending is a page of the interface. */
const OWN_PATHS = /^\/(api|health|metrics|u)(\/|$)/;
/** Pages that open without signing in, by a link: no search engine keeps them. */
const SHARED = '/shared/';
/** A path of the API that is none: what nobody answers is answered there, as a problem with 404. */
const NOWHERE = `/${API_PREFIX}/-`;

/**
 * Serves the built interface: files named by their content for ever, every page of the interface from one document
 * that is asked for anew each time. A missing file is the API's 404, never answered with a page.
 */
export function serveWeb(app: NestExpressApplication, folder: string = fromRoot('dist', 'web')): void {
  const page = join(folder, 'index.html');
  const hasPage = existsSync(page);
  app.use(turnAwayUnreadable);
  if (hasPage) {
    app.useStaticAssets(join(folder, 'assets'), {
      prefix: '/assets/',
      index: false,
      immutable: true,
      maxAge: '365d',
    });
    app.useStaticAssets(folder, { index: false, maxAge: '1h' });
  }
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (hasPage && isPage(request)) {
      if (request.path.startsWith(SHARED)) response.setHeader('X-Robots-Tag', 'noindex, nofollow');
      response.sendFile(page, { headers: { 'Cache-Control': 'no-cache' } });
    } else {
      if (!isAnswered(request)) request.url = NOWHERE;
      next();
    }
  });
}

/** A path that cannot be decoded names no file. */
function turnAwayUnreadable(request: Request, _response: Response, next: NextFunction): void {
  try {
    decodeURIComponent(request.path);
  } catch {
    request.url = NOWHERE;
  }
  next();
}

function isPage(request: Request): boolean {
  const asked = request.method === 'GET' || request.method === 'HEAD';
  return asked && !OWN_PATHS.test(request.path) && extname(request.path) === '';
}

/** Whether the program answers this path, with whatever it answers. */
function isAnswered(request: Request): boolean {
  const { path } = request;
  return path.startsWith(`/${API_PREFIX}/`) || OUTSIDE.includes(path.slice(1)) || UNSUBSCRIBE_PATH.test(path);
}
