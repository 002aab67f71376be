import { build } from '../../scripts/build.mjs';
import { withServer } from './filled-database.mjs';
import { machine } from './measuring.mjs';
import { fillProspects, ROWS } from './prospects-fill.mjs';
import { fillRelationships } from './relationships-fill.mjs';
import { aPage, founded, pageFigures, withChromium, withProgram } from './running-program.mjs';
import { installRecorder } from './scroll-recorder.mjs';

const FRAME_MS = 16;
/** A key held down repeats about so often. */
const REPEAT_MS = 33;
/** Rows loaded before memory is looked at. */
const MANY_ROWS = Number(process.env.BENCH_SCROLL_ROWS ?? 10_000);

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a person does in a table, one after the other; each goes on from where the last one left off. */
const ACTS = {
  'j held': (at) => held(at, 'j', 3000),
  'wheel, 2,000 px a second': (at) => wheel(at, 2000, 3),
  'wheel, 12,000 px a second': (at) => wheel(at, 12_000, 4),
  'PageDown held': (at) => held(at, 'PageDown', 2500),
  'End until many rows are loaded': toTheEnd,
  'the scroll bar dragged over all of them': drag,
  'wheel upwards, 12,000 px a second': (at) => wheel(at, -12_000, 3),
};
const TABLES = {
  prospects: { path: '/prospects', acts: Object.keys(ACTS), rows: MANY_ROWS },
  contacts: {
    path: '/contacts',
    acts: Object.keys(ACTS).filter((name) => !/2,000 px|PageDown/.test(name) || name.includes('12,000')),
    rows: MANY_ROWS / 4,
  },
  relationships: {
    path: '/relationships',
    acts: Object.keys(ACTS).filter((name) => !/2,000 px|PageDown/.test(name) || name.includes('12,000')),
    rows: MANY_ROWS / 4,
  },
};

/**
 * How the long tables scroll: the built program with 100,000 prospects, 300,000 contacts and 100,000 relationships among a thousand
 * workspaces, and a real Chromium at 1440 by 900, once as the machine is and once with the page's processor four times slower.
 */
export async function run() {
  if (process.env.BENCH_DIST === undefined) await build(['web'], false);
  await withServer((addresses, home) =>
    withProgram(addresses, home, async (url) => {
      const { cookie, workspaceId } = await founded(url);
      await fillProspects(addresses.ownerUrl, workspaceId);
      await fillRelationships(addresses.ownerUrl, workspaceId);
      // With bars to drag; without them a browser that shows nothing has none.
      const options = { ignoreDefaultArgs: ['--hide-scrollbars'] };
      await withChromium((browser) => measured((slower) => opened(browser, url, cookie, slower)), options);
    }),
  );
}

const say = (...lines) => process.stdout.write(`${lines.join('\n')}\n`);

async function measured(open) {
  say(
    `${ROWS.toLocaleString('en')} prospects, ${(3 * ROWS).toLocaleString('en')} contacts and ${ROWS.toLocaleString('en')} relationships; 1440 × 900; ${machine()}.`,
    'Milliseconds from one frame to the next while one scrolls and pages load; a frame of 60 a second has 16.7.',
    '',
    '| table | processor | what | rows passed | frames | median | p95 | p99 | worst | over 50 | over 100 | long tasks | longest | rows missing at most | waited at the end at most | processor time a second |',
    `|${'---|'.repeat(16)}`,
  );
  const memory = [];
  for (const [name, table] of Object.entries(TABLES)) {
    if (!name.includes(process.env.BENCH_ONLY ?? '')) continue;
    for (const slower of [1, 4]) {
      const at = { ...(await open(slower)), rows: table.rows };
      await at.page.goto(table.path);
      await at.page.locator('[role=row][data-index="20"]').waitFor();
      await pause(1000);
      const before = await memoryOf(at);
      await at.page.evaluate(installRecorder);
      for (const act of table.acts)
        say(`| ${name} | ${slower === 1 ? 'as it is' : `${slower} × slower`} | ${await acted(at, act)} |`);
      const after = await memoryOf(at);
      memory.push(
        `| ${name}${slower === 1 ? '' : `, ${slower} × slower`} | ${before} | ${await rowsOf(at)} | ${after} |`,
      );
      await at.context.close();
    }
  }
  say(
    '',
    'What the page holds: elements in the document, megabytes of the heap after garbage is gone.',
    '',
    '| table | elements at first | heap at first | rows loaded | elements then | heap then |',
    '|---|---|---|---|---|---|',
    ...memory,
    '',
    `Load at the end ${machine().split('load ')[1]}.`,
  );
}

async function opened(browser, url, cookie, slower) {
  const at = await aPage(browser, url, cookie);
  await at.cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return at;
}

const rowsOf = ({ page }) => page.evaluate(() => window.benchScroll.rows());

async function memoryOf(at) {
  await at.cdp.send('HeapProfiler.collectGarbage');
  const elements = await at.page.evaluate(() => document.querySelectorAll('*').length);
  return `${elements} | ${((await pageFigures(at)).heap / 1024 / 1024).toFixed(1)}`;
}

/** Does one thing and answers the figures of it as a line. */
async function acted(at, name) {
  await at.page.evaluate(() => window.benchScroll.start());
  const [busy, start] = [(await pageFigures(at)).busy, performance.now()];
  await ACTS[name](at);
  const seconds = (performance.now() - start) / 1000;
  const share = ((await pageFigures(at)).busy - busy) / seconds;
  const { frames, tasks, empty, waits, passed } = await at.page.evaluate(() => window.benchScroll.stop());
  const sorted = [...frames].sort((one, other) => one - other);
  const part = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const most = (all) => (all.length === 0 ? '—' : Math.max(...all).toFixed(0));
  return [
    name,
    passed.toFixed(0),
    frames.length,
    ...[part(0.5), part(0.95), part(0.99), sorted.at(-1)].map((ms) => ms.toFixed(0)),
    frames.filter((ms) => ms > 50).length,
    frames.filter((ms) => ms > 100).length,
    tasks.length,
    most(tasks),
    most(empty),
    most(waits),
    share.toFixed(0),
  ].join(' | ');
}

/** The wheel turned evenly, as the browser itself paces it. */
async function wheel({ cdp }, speed, seconds) {
  await cdp.send('Input.synthesizeScrollGesture', {
    ...{ x: 700, y: 500, gestureSourceType: 'mouse' },
    yDistance: -speed * seconds,
    speed: Math.abs(speed),
  });
}

async function held({ page }, key, ms) {
  const end = performance.now() + ms;
  await page.locator('[role=region][data-scroll-restoration-id]').focus();
  while (performance.now() < end) {
    await page.keyboard.down(key);
    await pause(REPEAT_MS);
  }
  await page.keyboard.up(key);
}

async function toTheEnd(at) {
  const end = performance.now() + 40_000;
  await at.page.locator('[role=region][data-scroll-restoration-id]').focus();
  while ((await rowsOf(at)) < at.rows && performance.now() < end) {
    await at.page.keyboard.press('End');
    await pause(REPEAT_MS);
  }
}

/** The thumb of the scroll bar taken in the middle, to the top, to the bottom and back, in a second and a half. */
async function drag({ page }) {
  const scroller = page.locator('[role=region][data-scroll-restoration-id]');
  const size = await scroller.evaluate((one) => {
    one.scrollTo({ top: (one.scrollHeight - one.clientHeight) / 2, behavior: 'instant' });
    return { track: one.clientHeight, across: one.clientWidth, all: one.offsetWidth };
  });
  await pause(300);
  const { x, y } = await scroller.boundingBox();
  const at = x + (size.across + size.all) / 2;
  const middle = y + size.track / 2;
  await page.mouse.move(at, middle);
  await page.mouse.down();
  for (let step = 1; step <= 90; step += 1) {
    await page.mouse.move(at, middle - Math.sin((step / 90) * 2 * Math.PI) * (size.track / 2));
    await pause(FRAME_MS);
  }
  await page.mouse.up();
}
