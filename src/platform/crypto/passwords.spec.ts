import { describe, expect, it } from '@jest/globals';
import { AppError } from '../errors/app-error.js';
import { Passwords } from './passwords.js';
import { newSecret, sha256 } from './secrets.js';

describe('a password', () => {
  const passwords = new Passwords();

  it('is kept as argon2id with 19 MiB and two passes', async () => {
    expect(await passwords.hash('herons')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('belongs to its own hash only, and nobody to none', async () => {
    const hash = await passwords.hash('herons');
    expect(await passwords.verify(hash, 'herons')).toBe(true);
    expect(await passwords.verify(hash, 'heron')).toBe(false);
    expect(await passwords.verify(null, 'nobody has this password')).toBe(false);
  });

  it('waits its turn, and is refused when too many wait', async () => {
    const asked = Array.from({ length: 70 }, () => passwords.hash('herons'));
    const done = await Promise.allSettled(asked);
    const refused = done.filter((one) => one.status === 'rejected').map((one): unknown => one.reason);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toEqual(new AppError('access.busy'));
    expect(await passwords.verify(await passwords.hash('later'), 'later')).toBe(true);
  });
});

describe('a secret', () => {
  it('has 256 bits and is kept as its SHA-256', () => {
    expect(newSecret()).toMatch(/^[\w-]{43}$/);
    expect(newSecret()).not.toBe(newSecret());
    expect(sha256('a').toString('hex')).toBe(
      'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
    );
  });
});
