import { Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { openImap } from '../../platform/mail/imap-session.js';
import { mailServerError } from '../../platform/mail/mail-errors.js';
import { MailGuard, type MailPlace } from '../../platform/mail/mail-guard.js';
import { probeSmtp } from '../../platform/mail/smtp-probe.js';
import { type MailAuth, type MailServer, MailServerError } from '../../platform/mail/smtp-settings.js';
import type { ServerTrial, TrialFolder } from './mailbox-views.dto.js';

/** Both servers and the credentials for both. */
export interface Connection {
  readonly smtp: MailPlace;
  readonly imap: MailPlace;
  readonly auth: MailAuth;
}

export interface ProbeAnswer {
  readonly smtp: ServerTrial;
  readonly imap: ServerTrial;
  readonly folders: TrialFolder[];
}

/** A person waits for the answer: less patience than a session at work has. */
const PATIENCE = { connectMs: 15_000, greetingMs: 20_000, silenceMs: 20_000, wholeMs: 45_000 };
const FOLDERS_SHOWN = 200;
const GOOD: ServerTrial = { isOk: true, phase: null, code: null };

/** Tries mail servers for real: connects, starts TLS, signs in, lists folders; sends nothing and changes nothing. */
@Injectable()
export class MailboxProbe {
  constructor(private readonly guard: MailGuard) {}

  async both({ smtp, imap, auth }: Connection): Promise<ProbeAnswer> {
    const [sending, reading] = await Promise.all([this.smtp(smtp, auth), this.imap(imap, auth)]);
    return { smtp: sending, imap: reading.trial, folders: reading.folders };
  }

  private async smtp(place: MailPlace, auth: MailAuth): Promise<ServerTrial> {
    try {
      await probeSmtp(await this.checked(place, auth));
      return GOOD;
    } catch (error) {
      return trialOf(error);
    }
  }

  private async imap(
    place: MailPlace,
    auth: MailAuth,
  ): Promise<{ trial: ServerTrial; folders: TrialFolder[] }> {
    let session: ImapFlow | null = null;
    try {
      session = await openImap(await this.checked(place, auth), PATIENCE);
      const folders = await foldersOf(session);
      return { trial: GOOD, folders };
    } catch (error) {
      return { trial: trialOf(error), folders: [] };
    } finally {
      session?.close();
    }
  }

  private async checked(place: MailPlace, auth: MailAuth): Promise<MailServer> {
    const answer = await this.guard.server(place);
    if (!answer.ok) throw new MailServerError(answer.code, 'address');
    const { host, servername, trusted } = answer;
    return { host, servername, trusted, port: place.port, security: place.security, auth };
  }
}

async function foldersOf(session: ImapFlow): Promise<TrialFolder[]> {
  try {
    const listed = await session.list();
    return listed
      .slice(0, FOLDERS_SHOWN)
      .map(({ path, specialUse }) => ({ path: path.slice(0, 300), specialUse: specialUse ?? null }));
  } catch (error) {
    throw mailServerError(error, 'folders');
  }
}

/** Only faults of the line and the server are an answer; everything else is a bug and rises. */
function trialOf(error: unknown): ServerTrial {
  if (!(error instanceof MailServerError)) throw error;
  return { isOk: false, phase: error.phase, code: error.code };
}
