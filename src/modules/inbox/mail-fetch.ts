import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { type GotPart, partialMail, wantedParts } from '../../core/inbox/partial-mail.js';
import { MailServerError } from '../../platform/mail/smtp-settings.js';
import { found } from './folder-refused.js';

/** Mails up to this size are fetched whole; of larger ones only the parts that are read. */
const WHOLE_BYTES = 256_000;
const HEADER_BYTES = 512_000;
/** What is read of a mail is less than this. */
const READ_BYTES = 4_000_000;
/** Other programs change flags meanwhile, of which servers tell: so many answers about other mails, and no more, while one is asked for. */
const MOST_STRANGERS = 10_000;

/** A mail as it was fetched. */
export interface FetchedMail {
  readonly bytes: Buffer;
  readonly receivedAt: Date | null;
}

/** The server says that a mail is there, and does not give it. */
export class MailWithheld extends Error {}

/**
 * Fetches one mail without a mark on it (BODY.PEEK), and no attachments of a large one. Null when it is gone. `isPlain` asks for its beginning
 * alone: the structure of some mails is more than the client can bear. Throws `MailWithheld`, `FolderRefused`, and what the line throws.
 */
export async function fetchMail(
  session: ImapFlow,
  uid: number,
  { isPlain }: { readonly isPlain: boolean },
): Promise<FetchedMail | null> {
  const about = await one(session, uid, { uid: true, size: true, internalDate: true });
  if (about === null) return gone(session, uid);
  const receivedAt = dateOf(about.internalDate);
  const isSmall = (about.size ?? 0) <= WHOLE_BYTES;
  const structure = isSmall || isPlain ? undefined : await structureOf(session, uid);
  const bytes =
    structure === undefined
      ? await beginningOf(session, uid, 2 * WHOLE_BYTES)
      : await fetchParts(session, uid, structure);
  return { bytes, receivedAt };
}

/** Null when the mail was taken away since it was found. */
async function gone(session: ImapFlow, uid: number): Promise<null> {
  const still = found(await session.search({ uid: String(uid) }, { uid: true }));
  if (still.includes(uid)) throw new MailWithheld(`mail ${uid} is not given`);
  return null;
}

async function structureOf(session: ImapFlow, uid: number): Promise<FetchMessageObject['bodyStructure']> {
  return (await one(session, uid, { uid: true, bodyStructure: true }))?.bodyStructure;
}

async function beginningOf(session: ImapFlow, uid: number, maxLength: number): Promise<Buffer> {
  const answer = await one(session, uid, { uid: true, source: { start: 0, maxLength } });
  if (answer?.source === undefined) throw new MailWithheld(`mail ${uid} is not given`);
  return answer.source;
}

async function fetchParts(
  session: ImapFlow,
  uid: number,
  structure: NonNullable<FetchMessageObject['bodyStructure']>,
): Promise<Buffer> {
  const head = await beginningOf(session, uid, HEADER_BYTES);
  const got = new Map<string, GotPart>();
  let bytes = 0;
  for (const { part, atMost } of wantedParts(structure)) {
    if (bytes > READ_BYTES) break;
    const isWhole = structure.childNodes === undefined;
    const keys = isWhole
      ? [{ key: 'TEXT', start: 0, maxLength: atMost }]
      : [{ key: `${part}.MIME` }, { key: part, start: 0, maxLength: atMost }];
    const answer = await one(session, uid, { uid: true, bodyParts: keys });
    const parts = answer?.bodyParts ?? new Map<string, Buffer>();
    const header = partOf(parts, `${part}.MIME`);
    const body = partOf(parts, isWhole ? 'TEXT' : part);
    bytes += header.length + body.length;
    got.set(structure.part ?? part, { header, body });
  }
  return partialMail(structure, headerOf(head), got);
}

/** Servers and the client spell the names of parts in small or capital letters. */
function partOf(parts: ReadonlyMap<string, Buffer>, name: string): Buffer {
  return parts.get(name) ?? parts.get(name.toLowerCase()) ?? Buffer.alloc(0);
}

/** The header with the empty line after it. */
function headerOf(source: Buffer): Buffer {
  const end = source.indexOf('\r\n\r\n');
  if (end >= 0) return source.subarray(0, end + 4);
  const bare = source.indexOf('\n\n');
  return bare >= 0 ? source.subarray(0, bare + 2) : source;
}

/** What a server answers about one mail, in one piece or several; about other mails it may talk as well. Null when it says nothing about it. */
async function one(
  session: ImapFlow,
  uid: number,
  query: Parameters<ImapFlow['fetchOne']>[1],
): Promise<FetchMessageObject | null> {
  let answer: FetchMessageObject | null = null;
  let strangers = 0;
  for await (const mail of session.fetch(String(uid), query, { uid: true })) {
    if (mail.uid === uid) answer = { ...(answer ?? {}), ...mail };
    else strangers += 1;
    if (strangers > MOST_STRANGERS) throw new MailServerError('not_spoken', 'folders');
  }
  return answer;
}

function dateOf(value: Date | string | undefined): Date | null {
  const date = value === undefined ? null : new Date(value);
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}
