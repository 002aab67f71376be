import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { TestApp } from '../http/app.js';
import { type BuiltAppOptions, startBuiltApp } from './built-app.js';
import { startChromium } from './chromium.js';
import { aVisitor, type Looks, type Visitor } from './visitor.js';

/** What the journeys of a spec stand on: the running program and a Chromium, from before its first test until after its last. */
export interface Journey {
  readonly app: TestApp;
  /** Opens a browser profile of its own at the program. */
  visitor(looks?: Looks): Promise<Visitor>;
}

/** Starts the program with the built interface on an empty database, and a Chromium, and stops both in the end. */
export function aJourney(options: BuiltAppOptions = {}): Journey {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startBuiltApp(options), startChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });
  return {
    get app() {
      return app;
    },
    visitor: (looks) => aVisitor(browser, app.url, looks),
  };
}
