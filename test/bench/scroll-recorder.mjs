/**
 * Runs in the page: keeps the time of every frame, the long tasks, how long rows that are in view were not drawn yet, and how long one
 * stood at the end of what is loaded. Nothing it reads makes the page lay itself out once more than it would.
 */
export function installRecorder() {
  const scroller = document.querySelector('[role=region][data-scroll-restoration-id]');
  const body = scroller.querySelector('[role=rowgroup]:last-child');
  const rowHeight = body.querySelector('[data-index]').offsetHeight;
  const view = scroller.clientHeight - scroller.querySelector('[role=rowgroup]').offsetHeight;
  const heightOfAll = () => Number.parseFloat(body.style.height);
  const kept = {};
  let top = scroller.scrollTop;
  let isOn = false;
  let round = 0;
  let before = 0;
  let emptySince = null;
  let endSince = null;

  /** The part of the view, in pixels, where rows belong that are not drawn. */
  const missing = () => {
    const [first, last] = [body.firstElementChild, body.lastElementChild];
    if (first === null) return view;
    const from = Number(first.dataset.index) * rowHeight;
    const to = (Number(last.dataset.index) + 1) * rowHeight;
    return Math.max(0, Math.min(top + view, heightOfAll()) - to, from - top);
  };
  // Captured at the document: the table itself hears of it afterwards and draws what is missing.
  document.addEventListener(
    'scroll',
    (event) => {
      if (!isOn || event.target !== scroller) return;
      const now = scroller.scrollTop;
      kept.passed += Math.abs(now - top) / rowHeight;
      top = now;
      if (missing() > 0) emptySince ??= before || performance.now();
    },
    { capture: true, passive: true },
  );
  const afterPaint = new MessageChannel();
  afterPaint.port1.onmessage = () => {
    if (emptySince === null || missing() > 0) return;
    kept.empty.push(performance.now() - emptySince);
    emptySince = null;
  };
  const frame = (at, of) => {
    if (!isOn || of !== round) return;
    if (before > 0) kept.frames.push(at - before);
    before = at;
    if (top + view >= heightOfAll() - 1) endSince ??= at;
    else if (endSince !== null) {
      kept.waits.push(at - endSince);
      endSince = null;
    }
    if (emptySince !== null) afterPaint.port2.postMessage(null);
    requestAnimationFrame((next) => frame(next, of));
  };
  new PerformanceObserver((list) => {
    if (isOn) for (const { duration } of list.getEntries()) kept.tasks.push(duration);
  }).observe({ type: 'longtask' });

  window.benchScroll = {
    /** How many rows are loaded. */
    rows: () => Math.round(heightOfAll() / rowHeight),
    start: () => {
      Object.assign(kept, { frames: [], tasks: [], empty: [], waits: [], passed: 0 });
      [isOn, before, emptySince, endSince, top] = [true, 0, null, null, scroller.scrollTop];
      round += 1;
      const of = round;
      requestAnimationFrame((at) => frame(at, of));
    },
    stop: () => {
      isOn = false;
      return kept;
    },
  };
}
