/** What a mail of a sequence is, for ever: the same step has the same name, also after a restore. */
export interface NamedStep {
  readonly workspaceId: string;
  readonly enrollmentId: string;
  readonly stepNo: number;
  readonly generation: number;
}

/** What the Message-ID of a step is made from. */
export function seedOfStep({ workspaceId, enrollmentId, stepNo, generation }: NamedStep): string {
  return [workspaceId, enrollmentId, String(stepNo), String(generation)].join('|');
}

/** What the Message-ID of an answer or a single mail is made from: its own id. */
export function seedOfMail(workspaceId: string, id: string): string {
  return `${workspaceId}|${id}`;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 32;

/** The Message-ID of a seed, without angle brackets: 160 bits of its keyed digest in base32 (RFC 4648, 6) at the sender's domain. */
export function messageIdFrom(digest: Uint8Array, senderDomain: string): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of digest) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && text.length < LENGTH) {
      bits -= 5;
      text += LETTERS[(value >> bits) & 31] ?? '';
    }
  }
  return `${text}@${senderDomain}`;
}

/** One Message-ID without angle brackets that may stand in a header: id-left and id-right are dot-atoms (RFC 5322, 3.6.4), or a domain literal. */
export function isMessageId(text: string): boolean {
  return text.length <= 250 && MESSAGE_ID.test(text);
}

const MESSAGE_ID = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@(?:[a-z0-9!#$%&'*+/=?^_`{|}~.-]+|\[[a-z0-9.:-]+\])$/i;
