import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the hosts a worker holds without reading all of them. */
export class LeasedHosts1763600000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index hosts_leased on hosts (lease_owner) where lease_owner is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index hosts_leased');
  }
}
