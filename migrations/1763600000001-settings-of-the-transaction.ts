import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Functions that read what a transaction may see: which clients a limited member is limited to. */
export class SettingsOfTheTransaction1763600000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      create function app_sees_all_clients() returns boolean language sql stable as $$
        select coalesce(nullif(current_setting('app.client_ids', true), ''), '*') = '*'
      $$;

      create function app_client_ids() returns uuid[] language sql stable as $$
        select case when coalesce(nullif(current_setting('app.client_ids', true), ''), '*') = '*' then '{}'::uuid[]
          else string_to_array(current_setting('app.client_ids', true), ',')::uuid[] end
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app_client_ids();
      drop function app_sees_all_clients();
      drop extension pg_trgm;
    `);
  }
}
