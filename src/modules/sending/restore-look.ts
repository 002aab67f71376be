import type { ImapFlow } from 'imapflow';

/** What lies in the folders of a mailbox since a day. Message-IDs stand without angle brackets. */
export interface MailboxLook {
  readonly hasSentFolder: boolean;
  /** Mails in Sent, and in a folder of all mail, with the moment each came there. */
  readonly sent: ReadonlyMap<string, Date>;
  readonly received: readonly ReceivedMail[];
}

/** A mail that came in: who wrote it, and which mails it names. */
export interface ReceivedMail {
  readonly from: string;
  readonly named: readonly string[];
}

/** Reads the headers of everything since a day in Sent, in the inbox and its like; flags are left as they are. */
export async function lookSince(session: ImapFlow, since: Date): Promise<MailboxLook> {
  const sent = new Map<string, Date>();
  const received: ReceivedMail[] = [];
  const folders = (await session.list()).map(({ path, specialUse }) => ({
    path,
    use: path.toUpperCase() === 'INBOX' ? '\\Inbox' : (specialUse ?? ''),
  }));
  for (const { path, use } of folders.filter((folder) => LOOKED_INTO.includes(folder.use))) {
    for (const mail of await headersIn(session, path, since)) {
      if (HOLD_SENT.includes(use)) sent.set(mail.id, mail.at);
      if (use !== '\\Sent') received.push(mail);
    }
  }
  return { hasSentFolder: folders.some(({ use }) => HOLD_SENT.includes(use)), sent, received };
}

interface FoundMail extends ReceivedMail {
  readonly id: string;
  readonly at: Date;
}

async function headersIn(session: ImapFlow, path: string, since: Date): Promise<FoundMail[]> {
  const lock = await session.getMailboxLock(path, { readOnly: true });
  try {
    const uids = (await session.search({ since }, { uid: true })) || [];
    if (uids.length === 0) return [];
    const wanted = { envelope: true, internalDate: true, headers: ['references', 'in-reply-to'] };
    const mails: FoundMail[] = [];
    for await (const { envelope, internalDate, headers } of session.fetch(uids, wanted, { uid: true })) {
      mails.push({
        id: bare(envelope?.messageId ?? ''),
        at: new Date(internalDate ?? 0),
        ...receivedOf(envelope?.from?.[0]?.address, headers),
      });
    }
    return mails;
  } finally {
    lock.release();
  }
}

const HOLD_SENT: readonly string[] = ['\\Sent', '\\All'];
const LOOKED_INTO: readonly string[] = ['\\Inbox', '\\Junk', ...HOLD_SENT];

function receivedOf(address: string | undefined, headers: Buffer | undefined): ReceivedMail {
  const named = headers?.toString('latin1').match(/<[^<>\s]{3,998}>/g) ?? [];
  return { from: (address ?? '').toLowerCase(), named: named.map(bare) };
}

function bare(id: string): string {
  return id.trim().replace(/^<|>$/g, '');
}
