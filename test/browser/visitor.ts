import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const AXE = readFileSync(
  createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);
const WANTED = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

export interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly locale?: 'en-GB' | 'nl-NL';
}

/** A person at a browser of their own, watched for faults a person would not see. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console and requests that left the machine, so far. */
  readonly faults: readonly string[];
  /** Opens a page and waits until it shows what it has, not where it will be. */
  goTo(path: string): Promise<void>;
  /** Fails on every serious finding of axe on the page as it stands. */
  expectAccessible(): Promise<void>;
}

/** A refused question is part of the protocol: the browser writes it to its console all the same. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Opens a new browser profile at an address of the running program. */
export async function aVisitor(browser: Browser, url: string, looks: Looks = {}): Promise<Visitor> {
  const { width = 1440, height = 900, scheme = 'light', locale = 'en-GB' } = looks;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Amsterdam',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSAL.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(?:data|blob):/.test(address))
      faults.push(`left the machine: ${address}`);
  });
  return {
    page,
    context,
    faults,
    goTo: async (path) => {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
    },
    expectAccessible: () => expectAccessible(page),
  };
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const result = await page.evaluate<AxeResult>(
    `axe.run(document, { runOnly: ${JSON.stringify(WANTED)}, resultTypes: ['violations'] })`,
  );
  const serious = result.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
  ).toEqual([]);
}
