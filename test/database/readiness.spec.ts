import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assertUsable, refusalOf } from '../../src/platform/database/readiness.js';
import { onDatabase } from '../../src/platform/database/roles.js';
import { cloneDatabase, cluster, type TestDatabase } from './test-database.js';

describe('the role the program works as', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  it('may be the application', async () => {
    await expect(assertUsable(database.appUrl)).resolves.toBeUndefined();
  });

  it('may not be the owner of the tables', async () => {
    await expect(assertUsable(database.ownerUrl)).rejects.toThrow(
      '"linkledger_owner" in DATABASE_URL is linkledger_owner',
    );
  });

  it('may not be a superuser', async () => {
    await expect(assertUsable(onDatabase(cluster().adminUrl, database.name))).rejects.toThrow(
      '"postgres" in DATABASE_URL is a superuser',
    );
  });
});

describe('refusalOf', () => {
  const fit = {
    name: 'linkledger_app',
    superuser: false,
    bypasses: false,
    owns: false,
    version: 150_000,
    encoding: 'UTF8',
  };

  it.each([
    ['PostgreSQL 15 in UTF8 with the right role will do', {}, null],
    ['PostgreSQL 14 is too old', { version: 140_012 }, 'PostgreSQL 15 or later'],
    ['another encoding would lose characters', { encoding: 'SQL_ASCII' }, 'SQL_ASCII'],
    [
      'a role that bypasses the policies stands above the wall',
      { bypasses: true },
      'bypass row-level security',
    ],
  ])('%s', (_, difference, says) => {
    const refusal = refusalOf({ ...fit, ...difference });
    if (says === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(says);
  });
});
