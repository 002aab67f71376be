/** What a built mail must hold: exactly one recipient, exactly these headers. */
export interface ExpectedMail {
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly messageId: string;
  readonly hasUnsubscribe: boolean;
  readonly isAnswer: boolean;
}

const ALWAYS = ['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type'] as const;
/** Left out by a mail of several parts. */
const MAYBE = 'content-transfer-encoding';

/**
 * What is wrong with a mail that was built, or null: a header too many, twice or missing, another recipient than the stored one, a line
 * end that is not CRLF. The last look before the bytes are frozen (S4); `bytes` one character a byte.
 */
export function faultOfBytes(bytes: string, expected: ExpectedMail): string | null {
  if (/\r(?!\n)|(?<!\r)\n/.test(bytes)) return 'line_end';
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return 'no_body';
  const headers = readHeaders(bytes.slice(0, end));
  if (headers === null) return 'header_form';
  const fault = wrongNames(headers, expected);
  if (fault !== null) return fault;
  const of = (name: string): string => headers.find((header) => header.name === name)?.value ?? '';
  if (addressesIn(of('to')).join() !== expected.toAddress) return 'recipient';
  if (addressesIn(of('from')).join() !== expected.fromAddress) return 'sender';
  return of('message-id') === `<${expected.messageId}>` ? null : 'message_id';
}

interface Header {
  readonly name: string;
  readonly value: string;
}

function readHeaders(block: string): Header[] | null {
  const lines = block.replace(/\r\n(?=[ \t])/g, '').split('\r\n');
  const headers = lines.map((line) => /^([!-9;-~]+):\s?(.*)$/s.exec(line));
  if (headers.some((header) => header === null)) return null;
  return headers.map((header) => ({
    name: (header?.[1] ?? '').toLowerCase(),
    value: (header?.[2] ?? '').trim(),
  }));
}

function wrongNames(headers: readonly Header[], expected: ExpectedMail): string | null {
  const wanted = new Set<string>([
    ...ALWAYS,
    ...(expected.hasUnsubscribe ? ['list-unsubscribe', 'list-unsubscribe-post'] : []),
    ...(expected.isAnswer ? ['in-reply-to', 'references'] : []),
  ]);
  const seen = new Set<string>();
  for (const { name } of headers) {
    if (name !== MAYBE && !wanted.has(name)) return `header ${name}`;
    if (seen.has(name)) return `twice ${name}`;
    seen.add(name);
  }
  const missing = [...wanted].find((name) => !seen.has(name));
  return missing === undefined ? null : `missing ${missing}`;
}

/** The addresses of a header as the composer writes it: in angle brackets behind a name, or bare; quoted names do not count. */
function addressesIn(value: string): string[] {
  const bare = value.replace(/"(?:[^"\\]|\\.)*"/g, '').trim();
  if (!bare.includes('<')) return bare.split(',').map((part) => part.trim());
  return bare.split(',').map((part) => /<([^<>]*)>\s*$/.exec(part)?.[1] ?? part.trim());
}
