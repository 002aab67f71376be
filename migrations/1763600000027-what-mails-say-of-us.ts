import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a mail says of those who send it: the position of a member, and what a brand does. The postal address is a setting of the workspace. */
export class WhatMailsSayOfUs1763600000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table members add column position text not null default '' check (length(position) <= 120);
      alter table brands add column description text not null default '' check (length(description) <= 500);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table brands drop column description; alter table members drop column position',
    );
  }
}
