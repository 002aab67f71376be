import { newId } from '../../src/platform/database/id.js';
import type { TestDatabase } from '../database/test-database.js';

/** A workspace with mailboxes that send, and nothing else. */
export interface SendingGround {
  readonly workspaceId: string;
  readonly clientId: string;
  readonly campaignId: string;
  readonly pitchId: string;
  readonly sequenceId: string;
  readonly versionId: string;
  readonly mailboxIds: readonly string[];
}

export interface MailboxWish {
  readonly cap: number;
  readonly gapSeconds: number;
  readonly jitterSeconds: number;
  /** The built-in catcher where absent: it has no inbox to look into. */
  readonly signIn?: 'catcher' | 'password';
  readonly hours?: readonly [from: string, until: string];
}

/** A mail of a sequence that waits. */
export interface PlantedStep {
  readonly messageId: string;
  readonly enrollmentId: string;
  readonly addressKey: string;
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Plants a workspace with mailboxes in Amsterdam that send from nine to five, every day of the week. */
export async function plantGround(
  database: TestDatabase,
  at: Date,
  mailboxes: readonly MailboxWish[],
): Promise<SendingGround> {
  const [workspaceId, clientId, brandId, campaignId] = [newId(), newId(), newId(), newId()];
  const [pitchId, sequenceId, versionId] = [newId(), newId(), newId()];
  const now = text(at.toISOString());
  const mailboxIds = mailboxes.map(() => newId());
  const rows = mailboxes.map(
    (
      { cap, gapSeconds, jitterSeconds, signIn = 'catcher', hours: [from, until] = ['09:00', '17:00'] },
      index,
    ) =>
      `('${workspaceId}', '${mailboxIds[index] ?? ''}', 'anna${index}@agency.example', 'anna${index}@agency.example', 'Anna Visser', '${signIn}',
        ${cap}, ${gapSeconds}, ${jitterSeconds}, '{1,2,3,4,5,6,7}', '${from}', '${until}', ${now}, ${now})`,
  );
  await database.asAdmin(
    `insert into workspaces (id, name, time_zone, locale, created_at) values ('${workspaceId}', 'Canal', 'Europe/Amsterdam', 'en', ${now});
     insert into mailboxes (workspace_id, id, address, address_key, sender_name, sign_in, cap_per_day, gap_seconds, gap_jitter_seconds, work_days, window_from, window_until,
       created_at, updated_at) values ${rows.join(', ')};
     insert into clients (workspace_id, id, name, created_at) values ('${workspaceId}', '${clientId}', 'Fern', ${now});
     insert into brands (workspace_id, id, client_id, name, home_url, site_key, created_at)
       values ('${workspaceId}', '${brandId}', '${clientId}', 'Fern', 'https://fern.example/', 'fern.example', ${now});
     insert into campaigns (workspace_id, id, client_id, brand_id, kind, name, created_at, updated_at)
       values ('${workspaceId}', '${campaignId}', '${clientId}', '${brandId}', 'guest_blogging', 'Spring', ${now}, ${now});
     insert into pitches (workspace_id, id, client_id, brand_id, campaign_id, kind, stage, stage_since, created_at, updated_at)
       values ('${workspaceId}', '${pitchId}', '${clientId}', '${brandId}', '${campaignId}', 'guest_blogging', 'proposed', ${now}, ${now}, ${now});
     insert into sequences (workspace_id, id, name, created_at, updated_at) values ('${workspaceId}', '${sequenceId}', 'Guest post', ${now}, ${now});
     insert into sequence_versions (workspace_id, id, sequence_id, no, created_at) values ('${workspaceId}', '${versionId}', '${sequenceId}', 1, ${now});`,
  );
  return { workspaceId, clientId, campaignId, pitchId, sequenceId, versionId, mailboxIds };
}

export interface StepWish {
  readonly at: Date;
  /** Since when the enrolments run; the moment they are due where absent. */
  readonly since?: Date;
  readonly mailboxId: string;
  readonly stepNo?: number;
  /** Which mails: each has an address and a domain of its own. */
  readonly from: number;
  readonly many: number;
}

/** Plants enrolments with one cold mail each that is due at a moment. */
export async function plantSteps(
  database: TestDatabase,
  { workspaceId, clientId, campaignId, pitchId, sequenceId, versionId }: SendingGround,
  { at, since = at, mailboxId, stepNo = 1, from, many }: StepWish,
): Promise<PlantedStep[]> {
  const [now, due] = [text(since.toISOString()), text(at.toISOString())];
  const steps = Array.from({ length: many }, (_, index) => ({
    messageId: newId(),
    enrollmentId: newId(),
    contactId: newId(),
    addressKey: `editor@site${from + index}.example`,
  }));
  const enrollments = steps.map(
    (step) =>
      `('${workspaceId}', '${step.enrollmentId}', '${clientId}', '${campaignId}', '${pitchId}', '${step.contactId}', '${sequenceId}', '${versionId}',
        '${mailboxId}', '${step.addressKey}', '${step.addressKey}', ${now}, ${stepNo}, ${now}, ${now})`,
  );
  const contacts = steps.map(({ contactId }) => `('${workspaceId}', '${contactId}', 'US', ${now}, ${now})`);
  const mails = steps.map(
    (step, index) =>
      `('${workspaceId}', '${step.messageId}', '${clientId}', '${mailboxId}', 'sequence', '${step.enrollmentId}', ${stepNo}, ${stepNo === 1},
        true, '${step.messageId}@agency.example', 'anna@agency.example', 'Anna Visser', '${step.addressKey}', '${step.addressKey}',
        'site${from + index}.example', 'A guide for your readers', 'Dear editor, reply "no thanks" and I will not write again. Anna Visser', ${due}, ${now}, ${now})`,
  );
  await database.asAdmin(
    `insert into contacts (workspace_id, id, country, created_at, updated_at) values ${contacts.join(', ')};
     insert into enrollments (workspace_id, id, client_id, campaign_id, pitch_id, contact_id, sequence_id, version_id, mailbox_id, to_address,
       to_address_key, state_since, next_step_no, created_at, updated_at) values ${enrollments.join(', ')};
     insert into outbound_messages (workspace_id, id, client_id, mailbox_id, kind, enrollment_id, step_no, is_first, is_cold, message_id,
       from_address, from_name, to_address, to_address_key, to_domain, subject, body_text, not_before, created_at, updated_at)
     values ${mails.join(', ')};`,
  );
  return steps;
}
