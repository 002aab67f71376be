const STOP_LIMIT_MS = 30_000;
/** Ctrl-C reaches the whole process group, and npm passes it on once more: that is one wish, not two. */
const ONE_WISH_MS = 1000;

/**
 * Stops in good order on SIGTERM or SIGINT: `stop` finishes what is at hand, then the process ends with 0. A second
 * signal a second later, or thirty seconds, end it at once with 1, and the mails that were at hand are named.
 */
export function stopOnSignals(stop: () => Promise<void>, mailsAtHand: () => readonly string[]): void {
  let askedAt: number | null = null;
  const endNow = (why: string): never => {
    const mails = mailsAtHand();
    const named = mails.length === 0 ? '' : ` Mails at hand: ${mails.join(', ')}.`;
    process.stderr.write(
      `${why}; ended in the middle. Work at hand is taken up at the next start.${named}\n`,
    );
    process.exit(1);
  };
  const onSignal = (): void => {
    if (askedAt !== null) {
      if (performance.now() - askedAt > ONE_WISH_MS) endNow('Asked to stop a second time');
      return;
    }
    askedAt = performance.now();
    setTimeout(() => endNow('Stopping takes too long'), STOP_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Never settles: a signal ends the process. For commands that run until they are stopped. */
export function untilSignal(): Promise<number> {
  return new Promise(() => undefined);
}
