import { userInfo } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Deadline } from '../fetch/deadline.js';
import type { PageFetcher } from '../fetch/page-fetcher.js';
import { chromiumFiles } from './chromium-files.js';
import { NETWORKLESS_ARGUMENTS, WITHOUT_SIDE_DOORS } from './launch-arguments.js';
import { type FetchedPage, RequestAnswerer } from './request-answerer.js';

export type Rendering =
  /** `complete` is false when a limit may have left the page unfinished: such a page proves no absence. */
  | { readonly ok: true; readonly html: string; readonly url: string; readonly complete: boolean }
  | { readonly ok: false; readonly detail: string };

export interface RendererSettings {
  /** Folder of our own for the unpacked browser, e.g. `<data>/browser-1000`. */
  readonly folder: string;
  readonly fetcher: PageFetcher;
}

const LIMIT_MS = 15_000;
const LAUNCH_LIMIT_MS = 30_000;
const IDLE_MS = 60_000;
/** The page counts as finished when nothing was asked for and its size stood still for this long: scripts like to wait a second or so. */
const QUIET_MS = 2_000;
const LOOK_EVERY_MS = 100;
const MAX_HTML_CHARACTERS = 10_000_000;

/** Lets Chromium run the scripts of one page at a time. The browser starts with the first page and goes after a minute of rest. */
export class PageRenderer {
  private browser: Promise<Browser> | null = null;
  private turn: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly settings: RendererSettings) {}

  /** Never rejects: a browser that cannot be started, crashes or hangs is a value. */
  render(page: FetchedPage): Promise<Rendering> {
    const mine = this.turn.then(() => this.renderNow(page));
    this.turn = mine;
    return mine;
  }

  async close(): Promise<void> {
    clearTimeout(this.idle);
    const running = this.browser;
    this.browser = null;
    await running?.then(closeQuietly, () => undefined);
  }

  private async renderNow(page: FetchedPage): Promise<Rendering> {
    clearTimeout(this.idle);
    try {
      const browser = await this.running();
      return await within(LIMIT_MS + 5_000, visit(browser, page, this.settings.fetcher));
    } catch (error) {
      await this.close();
      return { ok: false, detail: firstLine(error) };
    } finally {
      this.idle = setTimeout(() => void this.close(), IDLE_MS);
      this.idle.unref();
    }
  }

  private async running(): Promise<Browser> {
    this.browser ??= launch(this.settings.folder);
    const browser = await this.browser;
    if (browser.isConnected()) return browser;
    this.browser = launch(this.settings.folder);
    return this.browser;
  }
}

async function launch(folder: string): Promise<Browser> {
  const { executable, environment } = await chromiumFiles(folder);
  const { chromium } = await import('playwright-core');
  const start = (sandbox: boolean) =>
    chromium.launch({
      executablePath: executable,
      args: [...NETWORKLESS_ARGUMENTS],
      chromiumSandbox: sandbox,
      env: { ...environment },
      timeout: LAUNCH_LIMIT_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  // Chromium's sandbox refuses to work for root, and where the kernel allows no user namespaces.
  if (userInfo().uid === 0) return start(false);
  return start(true).catch(() => start(false));
}

async function visit(browser: Browser, page: FetchedPage, fetcher: PageFetcher): Promise<Rendering> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
    javaScriptEnabled: true,
  });
  try {
    return await renderIn(context, page, fetcher);
  } finally {
    await within(5_000, context.close());
  }
}

async function renderIn(
  context: BrowserContext,
  page: FetchedPage,
  fetcher: PageFetcher,
): Promise<Rendering> {
  const deadline = new Deadline(LIMIT_MS);
  const answerer = new RequestAnswerer(fetcher, page, deadline);
  await context.addInitScript({ content: WITHOUT_SIDE_DOORS });
  await context.routeWebSocket(/./, (socket) => void socket.close());
  await context.route(/./, (route) => answerer.handle(route));
  const tab = await context.newPage();
  const crashed = new Promise<never>((_, reject) => {
    tab.once('crash', () => reject(new Error('The page crashed the browser.')));
  });
  crashed.catch(() => undefined);
  context.on('page', (other) => void other.close().catch(() => undefined));
  tab.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  return Promise.race([crashed, read(tab, page, answerer, deadline)]);
}

async function read(
  tab: Page,
  page: FetchedPage,
  answerer: RequestAnswerer,
  deadline: Deadline,
): Promise<Rendering> {
  await tab.goto(page.url, { waitUntil: 'commit', timeout: LIMIT_MS });
  const finished = await untilQuiet(tab, answerer, deadline);
  const html = await within(5_000, tab.evaluate<string>('document.documentElement.outerHTML'));
  if (html.length > MAX_HTML_CHARACTERS) return { ok: false, detail: 'too_large' };
  return {
    ok: true,
    html: `<!doctype html>${html}`,
    url: tab.url(),
    complete: finished && !answerer.starved,
  };
}

/** Waits until the page rests; false when the time was over first. */
async function untilQuiet(tab: Page, answerer: RequestAnswerer, deadline: Deadline): Promise<boolean> {
  let size = -1;
  let quietSince = performance.now();
  while (deadline.remaining() > 0) {
    const look = tab.evaluate<[string, number]>(
      '[document.readyState, document.getElementsByTagName("*").length]',
    );
    const [state, now] = await within(deadline.remaining() + 1, look).catch(() => ['loading', -1] as const);
    if (state === 'loading' || answerer.running > 0 || now !== size) quietSince = performance.now();
    if (performance.now() - quietSince >= QUIET_MS) return true;
    size = now;
    await wait(LOOK_EVERY_MS);
  }
  return false;
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = wait(ms, undefined, { ref: false }).then(() => {
    throw new Error('The browser did not answer in time.');
  });
  return Promise.race([work, late]);
}

async function closeQuietly(browser: Browser): Promise<void> {
  await within(10_000, browser.close()).catch(() => undefined);
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
