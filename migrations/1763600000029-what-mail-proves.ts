import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a mail may be evidence of: what was agreed, where the mail is named; and that a person and the team have written to each other, which is
 * kept as a proposal with the day of the last mail and the mailbox, until somebody records it as the ground for mailing.
 */
export class WhatMailProves1763600000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table placement_term_sources drop constraint placement_term_sources_kind_check,
        add constraint placement_term_sources_kind_check check (kind in ('document', 'note', 'person', 'mail')),
        add column mail_id uuid,
        add foreign key (workspace_id, mail_id) references inbound_messages (workspace_id, id);
      create index placement_term_sources_mail on placement_term_sources (workspace_id, mail_id) where mail_id is not null;

      alter table contacts add column corresponded_on date,
        add column corresponded_mailbox_id uuid,
        add foreign key (workspace_id, corresponded_mailbox_id) references mailboxes (workspace_id, id),
        add check ((corresponded_on is null) = (corresponded_mailbox_id is null));
      create index contacts_corresponded_mailbox on contacts (workspace_id, corresponded_mailbox_id)
        where corresponded_mailbox_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contacts drop column corresponded_on, drop column corresponded_mailbox_id;
      update placement_term_sources set kind = 'document' where kind = 'mail';
      alter table placement_term_sources drop column mail_id, drop constraint placement_term_sources_kind_check,
        add constraint placement_term_sources_kind_check check (kind in ('document', 'note', 'person'));
    `);
  }
}
