import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which conditions replaced which: where newer ones are taken back with their import, those before hold again. */
export class WhatReplacedConditions1763600000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table conditions add column replaced_by_id uuid,
        add foreign key (workspace_id, replaced_by_id) references conditions (workspace_id, id);
      create index conditions_replaced_by on conditions (workspace_id, replaced_by_id) where replaced_by_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table conditions drop column replaced_by_id;');
  }
}
