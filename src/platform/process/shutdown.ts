const STOP_LIMIT_MS = 30_000;
/** Ctrl-C reaches the whole process group, and npm passes it on once more: that is one wish, not two. */
const ONE_WISH_MS = 1000;

/**
 * Stops in good order on SIGTERM or SIGINT: `stop` finishes what is at hand, then the process ends with 0. A second
 * signal a second later, or thirty seconds, end it at once with 1.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let askedAt: number | null = null;
  const onSignal = (): void => {
    if (askedAt !== null) {
      if (performance.now() - askedAt > ONE_WISH_MS) process.exit(1);
      return;
    }
    askedAt = performance.now();
    setTimeout(() => {
      process.stderr.write(
        'Stopping takes too long; ended in the middle. Work at hand is taken up at the next start.\n',
      );
      process.exit(1);
    }, STOP_LIMIT_MS).unref();
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
