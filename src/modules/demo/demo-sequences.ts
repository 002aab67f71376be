import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import { EnrollmentStart } from '../sequences/enrollment-start.service.js';
import { SequencesService } from '../sequences/sequences.service.js';
import type { DemoPast } from './demo-history.js';
import { DemoOwner } from './demo-owner.js';

/** Pitches that wait for approval in the demo, at most. */
const MOST = 3;

const TEXT = `Hello,

Would an article of ours fit on your site? One link would lead to our guide, where readers find the rest.

Rather not hear from me? Reply "no thanks" and I will not write again.

Mila Prins
`;

interface Enrollable {
  readonly id: string;
}

/** Sequences of the demo, and pitches whose mails wait for approval: nothing of them leaves by itself. */
@Injectable()
export class DemoSequences {
  constructor(
    private readonly database: Database,
    private readonly sequences: SequencesService,
    private readonly enrolling: EnrollmentStart,
    private readonly owner: DemoOwner,
  ) {}

  /** Writes them down in the open transaction. */
  async write(past: DemoPast, mailboxId: string): Promise<void> {
    const { scope } = past;
    const english = { name: 'Guest posts, English', kind: 'guest_blogging', needsApproval: true };
    const { id } = await this.sequences.add(scope, english, 'en');
    const dutch = { name: 'Gastartikelen, Nederlands', kind: 'guest_blogging', locale: 'nl' } as const;
    await this.sequences.add(scope, dutch, 'en');
    await this.sequences.add(scope, { name: 'Answers to journalists', kind: 'haro' }, 'en');
    const who = await this.owner.principal(past);
    for (const pitch of await this.pitches()) await this.enroll(who, { sequenceId: id, mailboxId }, pitch);
  }

  /** One that cannot be enrolled as it stands is left as it is. */
  private async enroll(
    who: Principal,
    target: { readonly sequenceId: string; readonly mailboxId: string },
    { id: pitchId }: Enrollable,
  ): Promise<void> {
    const edits = [1, 2, 3].map((stepNo) => ({
      pitchId,
      stepNo,
      subject: 'An article for you?',
      text: TEXT,
    }));
    try {
      await this.enrolling.start(who, { ...target, pitchIds: [pitchId], edits });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  private pitches(): Promise<Enrollable[]> {
    return this.database.manager().query<Enrollable[]>(
      `select p.id from pitches p join campaigns c on c.id = p.campaign_id
       where p.kind = 'guest_blogging' and p.outcome is null and p.archived_at is null and c.status = 'running'
         and p.first_contacted_at is null and exists (select 1 from pitch_contacts k where k.pitch_id = p.id)
       order by p.id limit $1`,
      [MOST],
    );
  }
}
