import { describe, expect, it } from '@jest/globals';
import { isTransactionPooled, type ProbeSession } from './pooling.js';

/** A pooler with a few server connections: the one last given back is given out first. */
function pooler(mode: 'session' | 'transaction'): {
  connect: () => Promise<ProbeSession>;
  open: () => number;
} {
  const idle = [101, 102, 103, 104, 105];
  let clients = 0;
  const take = (): number => idle.pop() ?? 0;
  const connect = (): Promise<ProbeSession> => {
    clients += 1;
    let own = mode === 'session' ? take() : null;
    const answeringPid = (): Promise<number> => {
      if (own !== null) return Promise.resolve(own);
      const pid = take();
      idle.push(pid);
      return Promise.resolve(pid);
    };
    return Promise.resolve({
      announcedPid: 9000 + clients,
      answeringPid,
      hold: () => {
        own ??= take();
        return Promise.resolve();
      },
      end: () => {
        clients -= 1;
        return Promise.resolve();
      },
    });
  };
  return { connect, open: () => clients };
}

describe('isTransactionPooled', () => {
  it('knows a pooler that changes the connection after each transaction', async () => {
    const { connect, open } = pooler('transaction');
    expect(await isTransactionPooled(connect)).toBe(true);
    expect(open()).toBe(0);
  });

  it('lets a pooler pass that keeps the connection for the session', async () => {
    const { connect, open } = pooler('session');
    expect(await isTransactionPooled(connect)).toBe(false);
    expect(open()).toBe(0);
  });

  it('asks a server without a pooler once', async () => {
    let asked = 0;
    const direct: ProbeSession = {
      announcedPid: 42,
      answeringPid: () => {
        asked += 1;
        return Promise.resolve(42);
      },
      hold: () => Promise.reject(new Error('nothing to hold')),
      end: () => Promise.resolve(),
    };
    expect(await isTransactionPooled(() => Promise.resolve(direct))).toBe(false);
    expect(asked).toBe(1);
  });
});
