/** What the words of a report say of one recipient. */
export interface ToldRecipient {
  readonly address: string | null;
  readonly account: string;
}

/** A line behind which a report returns the mail it speaks of. */
const ORIGINAL_BELOW =
  /^[\s>*|-]*(?:message text follows|(?:this|below|enclosed|attached|following) is (?:a )?copy of|below this line is|the (?:header|text|body) of (?:the|your) original|(?:original|returned|unsent|undelivered|failed|rejected)[ -](?:message|mail|e-?mail)\b(?!.{0,40}(?:was|is|has|could|size|id))|message headers? follows?|(?:this is )?a copy of (?:the|your) (?:message|original)|(?:the )?(?:first|original) .{0,40}(?:message|mail) (?:follows|is included|below)|(?:original|message) (?:message )?headers?\s*:|enclosed is a copy|included is a copy|unsent message|(?:transcript|text) of (?:the )?message|ursprüngliche nachricht|message d'origine|mensaje original|oorspronkelijk bericht|元のメッセージ)/i;
const HEADER_LINE =
  /^(?:Return-Path|Received|From|To|Subject|Date|Message-I[dD]|MIME-Version|Content-Type|X-[\w-]+|DKIM-Signature): ?/i;
const TRANSCRIPT = /^\s*(?:>>>|<<<|(?:\.\.\. )?while talking to)/i;
const MOST_LINES = 600;
const ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]{1,100}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;
const LEADING = new RegExp(
  `^[\\s*>"'-]{0,60}(?:(?:to|recipient address|recipient|address|undeliverable to|rcpt to|for|[45]\\d\\d(?:[ -][45]\\.\\d+\\.\\d+)?)\\s*:?\\s*)?["'(<]{0,3}(${ADDRESS.source})`,
  'i',
);

/** The words of a report without the mail it returns. */
export function withoutOriginal(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).slice(0, MOST_LINES);
  const end = lines.findIndex((line, at) => (at > 0 && ORIGINAL_BELOW.test(line)) || startsHeader(lines, at));
  return (end === -1 ? lines : lines.slice(0, end)).join('\n');
}

/** What stands below the words of a report: the returned mail, for its Message-ID. */
export function originalBelow(text: string): string {
  const own = withoutOriginal(text).length;
  return text.slice(own, own + 100_000);
}

/** Three lines in a row that are header fields begin a returned mail nobody announced. */
function startsHeader(lines: readonly string[], at: number): boolean {
  if (at === 0 || lines[at - 1]?.trim() !== '') return false;
  const fields = lines
    .slice(at, at + 6)
    .filter((line) => !/^\s/.test(line))
    .slice(0, 3);
  return (
    fields.length === 3 &&
    fields.every((line) => HEADER_LINE.test(line)) &&
    /^(?:Return-Path|Received|Message-I[dD]|From|Date)/i.test(fields[0] ?? '')
  );
}

/**
 * Parts the words of a report by the recipients they speak of: a recipient's account begins with the line that starts with his address and
 * ends before the next one's. Known recipients (of a header) are looked for first; where none begins a line, the whole is one account.
 */
export function toldRecipients(
  words: string,
  known: readonly string[],
  ours: readonly string[],
): readonly ToldRecipient[] {
  const lines = words.split('\n');
  const starts = startsOf(lines, known, ours);
  if (starts.length === 0) {
    const only = known[0] ?? anyAddress(words, ours);
    const addresses = known.length > 1 ? known : [only];
    return addresses.map((address) => ({ address, account: words }));
  }
  return merged(
    starts.map(({ at, address }, index) => ({
      address,
      account: accountLines(lines, at, starts[index + 1]?.at).join('\n'),
    })),
    words,
  );
}

/** The lines that begin with a recipient's address, one for each time another one is spoken of. */
function startsOf(
  lines: readonly string[],
  known: readonly string[],
  ours: readonly string[],
): readonly { at: number; address: string }[] {
  const from = announcedFrom(lines);
  const starts: { at: number; address: string }[] = [];
  for (const [at, line] of lines.entries()) {
    const address = at < from ? undefined : LEADING.exec(line)?.[1];
    if (address === undefined || !isRecipient(address, known, ours)) continue;
    if (starts.at(-1)?.address.toLowerCase() !== address.toLowerCase()) starts.push({ at, address });
  }
  return starts;
}

/**
 * The line behind which a report names its recipients, where the ones above it only say what mail it was ("Your message To: … did not reach the
 * following recipient(s):"); 0 where none does, or no address stands below.
 */
function announcedFrom(lines: readonly string[]): number {
  const at = lines.findIndex((line) =>
    /did not reach the following|was not delivered to\s*:?\s*$/i.test(line),
  );
  return at !== -1 && lines.slice(at + 1).some((line) => LEADING.test(line)) ? at + 1 : 0;
}

/** The lines of one account: the part of a transcript that led to it stands before its first line, the next one's does not belong to it. */
function accountLines(lines: readonly string[], at: number, next: number | undefined): readonly string[] {
  let from = at;
  while (from > 0 && TRANSCRIPT.test(lines[from - 1] ?? '')) from -= 1;
  let until = next ?? lines.length;
  while (next !== undefined && until - 1 > at && TRANSCRIPT.test(lines[until - 1] ?? '')) until -= 1;
  return lines.slice(from, until);
}

function isRecipient(address: string, known: readonly string[], ours: readonly string[]): boolean {
  const key = address.toLowerCase();
  if (known.length > 0) return known.some((one) => one.toLowerCase() === key);
  return !ours.some((one) => one.toLowerCase() === key) && !/^(?:postmaster|mailer-daemon|abuse)@/.test(key);
}

/** One account a recipient, in the order they are first told of; a single one has all the words, since reports explain before and after. */
function merged(told: readonly ToldRecipient[], words: string): ToldRecipient[] {
  const byAddress = new Map<string, ToldRecipient>();
  for (const { address, account } of told) {
    const key = address?.toLowerCase() ?? '';
    const before = byAddress.get(key);
    byAddress.set(key, {
      address: before?.address ?? address,
      account: before === undefined ? account : `${before.account}\n${account}`,
    });
  }
  const all = [...byAddress.values()];
  return all.length === 1
    ? all.map(({ address, account }) => ({ address, account: `${account}\n${words}` }))
    : all;
}

function anyAddress(words: string, ours: readonly string[]): string | null {
  const found = words.slice(0, 50_000).match(new RegExp(ADDRESS.source, 'g')) ?? [];
  return found.find((address) => isRecipient(address, [], ours)) ?? null;
}

/** The answers of servers a text quotes: each from its reply code to the end of its paragraph. */
export function quotedAnswers(account: string): string {
  const answers = account
    .split(/\n\s*\n/)
    .flatMap(
      (paragraph) =>
        /(?:^|[\s:;'"<([>-])((?:[45]\d\d[ ,:-]|#?[45]\.\d{1,3}\.\d{1,3}[ )\]])[\s\S]{3,1500})/.exec(
          paragraph.slice(0, 5_000),
        )?.[1] ?? [],
    );
  return answers.join('\n').slice(0, 3_000);
}
