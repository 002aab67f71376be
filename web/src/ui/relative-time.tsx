import { useSyncExternalStore } from 'react';
import { useMessages } from '../i18n/messages-provider.js';
import { exactTime, relativeTime } from '../i18n/times.js';
import { useTip } from './use-tip.js';

const TICK_MS = 30_000;
let now = new Date();
const drawn = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on screen, running only while one is there. */
function subscribe(draw: () => void): () => void {
  drawn.add(draw);
  timer ??= setInterval(() => {
    now = new Date();
    for (const each of drawn) each();
  }, TICK_MS);
  return () => {
    drawn.delete(draw);
    if (drawn.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** A time as "2 hr ago" with the exact one on hover; a dash when there is none. */
export function RelativeTime({ at }: { readonly at: string | null | undefined }) {
  const t = useMessages();
  const current = useSyncExternalStore(subscribe, () => now);
  const tip = useTip<HTMLTimeElement>(() => (at ? exactTime(new Date(at), t) : ''));
  if (!at) return <span>—</span>;
  const when = new Date(at);
  return (
    <>
      <time dateTime={at} {...tip.on}>
        {relativeTime(when, current > when || when > new Date() ? current : new Date(), t)}
      </time>
      {tip.shown}
    </>
  );
}
