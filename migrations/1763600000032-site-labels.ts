import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which names stand under several suffixes is read from an index in its order. The key is kept in it as well, else the planner does
 * not read the index alone.
 */
export class SiteLabels1763600000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index sites_label on sites (workspace_id, split_part(site_key, '.', 1)) include (site_key)
        where archived_at is null and kind = 'domain'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index sites_label');
  }
}
