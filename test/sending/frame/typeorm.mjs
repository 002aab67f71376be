import pg from 'pg';

/** What `Database` uses of TypeORM, over the same driver: a pool, a transaction, a query whose answer has TypeORM's form. */
export class DataSource {
  constructor(url) {
    this.pool = new pg.Pool({ connectionString: url, max: 10 });
    this.pool.on('error', () => undefined);
  }

  createQueryRunner() {
    let client = null;
    const query = async (sql, values) => {
      const { rows, rowCount, command } = await client.query(sql, values);
      return command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
    };
    const runner = {
      isTransactionActive: false,
      isReleased: false,
      query,
      manager: { query },
      startTransaction: async () => {
        client = await this.pool.connect();
        await client.query('begin');
        runner.isTransactionActive = true;
      },
      commitTransaction: async () => {
        await client.query('commit');
        runner.isTransactionActive = false;
      },
      rollbackTransaction: async () => {
        await client.query('rollback');
        runner.isTransactionActive = false;
      },
      release: async () => {
        if (!runner.isReleased) client?.release(runner.isTransactionActive);
        runner.isReleased = true;
      },
    };
    return runner;
  }
}
export class EntityManager {}
const mark = () => () => undefined;
export const Entity = mark;
export const Column = mark;
export const PrimaryColumn = mark;
