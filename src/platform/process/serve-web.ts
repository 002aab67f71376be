import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { fromRoot } from '../paths.js';

/** Paths of the program itself; everything else without a file ending is a page of the interface. */
const OWN_PATHS = /^\/(api|health|metrics)(\/|$)/;

/**
 * Serves the built interface: files named by their content for ever, every page of the interface from one document
 * that is asked for anew each time. A missing file is left to the API's 404, never answered with a page.
 */
export function serveWeb(app: NestExpressApplication, folder: string = fromRoot('dist', 'web')): void {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  app.useStaticAssets(join(folder, 'assets'), {
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
  });
  app.useStaticAssets(folder, { index: false, maxAge: '1h' });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isPage(request)) response.sendFile(page, { headers: { 'Cache-Control': 'no-cache' } });
    else next();
  });
}

function isPage(request: Request): boolean {
  const asked = request.method === 'GET' || request.method === 'HEAD';
  return asked && !OWN_PATHS.test(request.path) && extname(request.path) === '';
}
