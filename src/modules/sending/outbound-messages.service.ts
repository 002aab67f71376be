import { Injectable } from '@nestjs/common';
import type { HeldMail, NewOutbound, StepName, Stopped, WhichOutbound } from './outbound.js';

/**
 * Mails on their way out, for the modules that write them. Everything here happens in the open transaction; lock the enrolment first
 * (`for update`), then stop its mail: that is the order in which the sender locks them.
 */
@Injectable()
export class OutboundMessages {
  /** Writes mails down as ready; answers their ids in the same order. Throws `sending.address_refused` or `sending.text_refused`. */
  make(_facts: readonly NewOutbound[]): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  /** Stops what nobody has asked a server to take yet; tells what was too late. `code` says why, for the screen. */
  cancel(_which: WhichOutbound, _code: string): Promise<Stopped> {
    return Promise.resolve({ cancelled: [], late: [] });
  }

  /** Another time for a mail that waits; false when it waits no more. */
  reschedule(_id: string, _notBefore: Date): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** Mails a person must look at, oldest first. */
  held(): Promise<readonly HeldMail[]> {
    return Promise.resolve([]);
  }

  /** The Message-ID of a step, without angle brackets, whether its mail was made or not. */
  messageIdOf(_step: StepName): Promise<string> {
    return Promise.resolve('');
  }
}
