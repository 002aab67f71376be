import { Injectable } from '@nestjs/common';
import type { LastWord } from '../../core/sending/last-word.js';

/** `gone`: the mail is not waiting any more; nothing was counted. */
export type Decision = LastWord | { readonly answer: 'gone' };

/** The last word before a mail leaves, in the open transaction of its claim. */
@Injectable()
export class LastWordService {
  /**
   * Whether a waiting mail may be claimed now. Call it before locking the mail: it locks the enrolment, then the mailbox (`for update`), and reads
   * the mail after that. On `go` the mail is counted for its mailbox and the next slot is set, so the claim must commit with it.
   */
  judge(_messageId: string): Promise<Decision> {
    return Promise.resolve({ answer: 'gone' });
  }

  /** Whether a claimed mail may still leave, when the server waits for its text. Locks the enrolment first; counts nothing. */
  stillAllowed(_messageId: string, _attempt: number): Promise<Decision> {
    return Promise.resolve({ answer: 'gone' });
  }

  /** Gives back what a claim counted that certainly did not send; call it before `claimed_at` changes. */
  giveBack(_messageId: string): Promise<void> {
    return Promise.resolve();
  }
}
