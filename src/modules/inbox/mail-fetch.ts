import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { type GotPart, partialMail, wantedParts } from '../../core/inbox/partial-mail.js';

/** Mails up to this size are fetched whole; of larger ones only the parts that are read. */
const WHOLE_BYTES = 256_000;
const HEADER_BYTES = 512_000;

/** A mail as it was fetched. */
export interface FetchedMail {
  readonly bytes: Buffer;
  readonly receivedAt: Date | null;
}

/** Fetches one mail without a mark on it (BODY.PEEK): its structure first, no attachments. Null when it is gone. */
export async function fetchMail(session: ImapFlow, uid: number): Promise<FetchedMail | null> {
  const query = { uid: true, size: true, internalDate: true, bodyStructure: true } as const;
  const about = await one(session, uid, query);
  if (about === null) return null;
  const receivedAt = dateOf(about.internalDate);
  const size = about.size ?? 0;
  if (size <= WHOLE_BYTES || about.bodyStructure === undefined) {
    const whole = await one(session, uid, { uid: true, source: { start: 0, maxLength: 2 * WHOLE_BYTES } });
    return whole?.source === undefined ? null : { bytes: whole.source, receivedAt };
  }
  const bytes = await fetchParts(session, uid, about.bodyStructure);
  return bytes === null ? null : { bytes, receivedAt };
}

async function fetchParts(
  session: ImapFlow,
  uid: number,
  structure: NonNullable<FetchMessageObject['bodyStructure']>,
): Promise<Buffer | null> {
  const head = await one(session, uid, { uid: true, source: { start: 0, maxLength: HEADER_BYTES } });
  if (head?.source === undefined) return null;
  const got = new Map<string, GotPart>();
  for (const { part, atMost } of wantedParts(structure)) {
    const isWhole = structure.childNodes === undefined;
    const keys = isWhole
      ? [{ key: 'TEXT', start: 0, maxLength: atMost }]
      : [{ key: `${part}.MIME` }, { key: part, start: 0, maxLength: atMost }];
    const answer = await one(session, uid, { uid: true, bodyParts: keys });
    const parts = answer?.bodyParts ?? new Map<string, Buffer>();
    got.set(structure.part ?? part, {
      header: partOf(parts, `${part}.MIME`),
      body: partOf(parts, isWhole ? 'TEXT' : part),
    });
  }
  return partialMail(structure, headerOf(head.source), got);
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

/** The answer to a fetch of one mail; one about another mail counts as none. */
async function one(
  session: ImapFlow,
  uid: number,
  query: Parameters<ImapFlow['fetchOne']>[1],
): Promise<FetchMessageObject | null> {
  const answer = await session.fetchOne(String(uid), query, { uid: true });
  return answer !== undefined && answer !== false && answer.uid === uid ? answer : null;
}

function dateOf(value: Date | string | undefined): Date | null {
  const date = value === undefined ? null : new Date(value);
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}
