import { Injectable } from '@nestjs/common';
import type { ApprovalSubject } from '../../core/campaigns/kind.js';
import type { ApprovalState } from '../../core/campaigns/pitch.js';
import { Database } from '../../platform/database/database.js';

/** What the client said, on the pitch it is about, in the open transaction. */
@Injectable()
export class PitchApprovals {
  constructor(private readonly database: Database) {}

  async set(pitchId: string, subject: ApprovalSubject, state: ApprovalState, at: Date): Promise<void> {
    await this.database.manager().query(
      `update pitches set approval_states = approval_states || jsonb_build_object($2::text, $3::text),
         revision = revision + 1, updated_at = $4
       where id = $1`,
      [pitchId, subject, state, at],
    );
  }
}
