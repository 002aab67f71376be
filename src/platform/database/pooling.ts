/** One connection as the pooling test needs it. */
export interface ProbeSession {
  /** The process number the server (or a pooler in its place) announced when the connection was made. */
  readonly announcedPid: number | null;
  /** The process that really answers, asked in a statement of its own. */
  answeringPid(): Promise<number>;
  /** Holds a transaction open, and with it the server connection behind it. */
  hold(): Promise<void>;
  end(): Promise<void>;
}

/** Transactions held open while the first connection is asked again: one of them takes the place it had. */
const HOLDERS = 3;

/**
 * Whether there is a pooler in between that gives a connection to somebody else after each transaction. Session locks
 * and LISTEN do not work through one. A pooler announces a process number of its own; whether it pools by transaction
 * shows when others hold transactions and the first connection is answered by another process than before.
 */
export async function isTransactionPooled(connect: () => Promise<ProbeSession>): Promise<boolean> {
  const first = await connect();
  const holders: ProbeSession[] = [];
  try {
    const before = await first.answeringPid();
    if (before === first.announcedPid) return false;
    for (let opened = 0; opened < HOLDERS; opened += 1) {
      const holder = await connect();
      holders.push(holder);
      await holder.hold();
    }
    return (await first.answeringPid()) !== before;
  } finally {
    await Promise.all([first, ...holders].map((session) => session.end()));
  }
}
