import { readMailAddress } from '../contacts/mail-address.js';
import { type Deadline, readDeadline } from './deadline.js';
import { readMailText } from './mail-text.js';
import { firstOf, type Proposed, proposed } from './proposed.js';
import {
  DIGEST_LABELS,
  FREE_LABELS,
  type Labelled,
  type RequestLabel,
  readLabels,
} from './request-labels.js';
import {
  instructionsOf,
  questionsOf,
  type RequestFlag,
  requestFlags,
  withoutCanaries,
} from './request-text.js';

/** A journalist's request, with where each part was read; what is not said is null or empty. */
export interface JournalistRequest {
  /** Its number in the digest. */
  readonly no: number | null;
  readonly summary: Proposed<string> | null;
  readonly category: Proposed<string> | null;
  readonly reporter: Proposed<string> | null;
  readonly replyAddress: Proposed<string> | null;
  /** Other addresses in its words: the text may ask to answer elsewhere (D171). */
  readonly otherAddresses: readonly string[];
  readonly outlet: Proposed<string> | null;
  readonly outletUrl: Proposed<string> | null;
  readonly deadline: Proposed<Deadline> | null;
  /** Whether the deadline was over when it was read; null where the moment is not known. */
  readonly isOverdue: boolean | null;
  readonly query: Proposed<string> | null;
  readonly questions: readonly string[];
  readonly instructions: readonly string[];
  readonly flags: readonly RequestFlag[];
  /** Words for machines were planted in it, and cut from what is shown. */
  readonly hasCanary: boolean;
}

export const REQUEST_LAYOUTS = ['digest', 'labelled', 'free'] as const;
/** How the text is laid out: a newsletter of numbered requests, one request with labelled lines, or running text. */
export type RequestLayout = (typeof REQUEST_LAYOUTS)[number];

export const REQUEST_PROBLEMS = ['empty', 'digest_without_requests', 'count_differs'] as const;
/** What is wrong with the whole: nothing in it, a newsletter in which no request was found, or fewer or more than its index names (D182). */
export type RequestProblem = (typeof REQUEST_PROBLEMS)[number];

export interface RequestsReading {
  readonly layout: RequestLayout;
  /** The service it came from, where the text says so. */
  readonly source: Proposed<string> | null;
  readonly requests: readonly JournalistRequest[];
  readonly problem: RequestProblem | null;
  /** Requests the index names, where there is one. */
  readonly indexed: number | null;
}

const ITEM = /^[ \t]*(\d{1,3})\)[ \t]+summary[ \t]*:/gim;
const INDEX = /^[ \t]*\*{3,}[ \t]*index[ \t]*\*{3,}[ \t]*$/im;
const ANCHOR = /\(#item\d+\)/gi;
const INDEX_LINE = /^[ \t]*\d{1,3}\)[ \t]+(?!summary[ \t]*:)\S.*$/gim;
/** A row of underscores or a long one of hyphens or asterisks ends an item (D159, D175). */
const SEPARATOR = /^[ \t]*(?:_{5,}|-{30,}|\*{20,})[ \t]*$/m;
const FOOTER =
  /^[ \t]*(?:this email was sent to|why did i get this|unsubscribe|update (?:your )?(?:subscription )?preferences|view (?:this )?email in your browser|you are receiving this)\b/im;
const BACK_TO_TOP = /^[ \t]*back to (?:top|category index)\b.*$/gim;

/**
 * Reads a pasted request, or a mail with several of them (D159-D189). `now` (milliseconds since 1970) is when it is read: what is over
 * by then is said to be; a mail's own date chooses the year of its deadlines.
 */
export function readRequests(pasted: string, now: number): RequestsReading {
  const mail = readMailText(pasted);
  const receivedAt = mail.sentAt ?? now;
  const body = mail.body.trim();
  const context = { receivedAt, now };
  const source = sourceOf(mail.from, body);
  const items = itemsOf(body);
  if (items.length > 0) return digest(body, items, { ...context, source });
  const isDigest = INDEX.test(body);
  if (body === '' || isDigest)
    return {
      layout: isDigest ? 'digest' : 'free',
      source,
      requests: [],
      problem: isDigest ? 'digest_without_requests' : 'empty',
      indexed: null,
    };
  return single(body, mail.subject, { ...context, source });
}

interface Context {
  readonly receivedAt: number;
  readonly now: number;
  readonly source?: Proposed<string> | null;
}

interface Item {
  readonly no: number;
  readonly text: string;
}

/** Items begin at their numbered summaries and nowhere else; a separator, the footer, or the next one ends them. */
function itemsOf(body: string): Item[] {
  const starts = [...body.matchAll(ITEM)];
  return starts.map((start, at) => {
    const whole = body.slice(start.index, starts[at + 1]?.index ?? body.length);
    const text = cutAt(cutAt(whole, SEPARATOR), FOOTER).replace(BACK_TO_TOP, '');
    return { no: Number(start[1]), text };
  });
}

function cutAt(text: string, border: RegExp): string {
  const at = text.search(border);
  return at === -1 ? text : text.slice(0, at);
}

function digest(body: string, items: readonly Item[], context: Context): RequestsReading {
  const indexed = indexedIn(body);
  const requests = items.map(({ no, text }) =>
    requestOf(readLabels(text.split('\n'), DIGEST_LABELS), { ...context, no }),
  );
  const problem = indexed !== null && indexed !== items.length ? 'count_differs' : null;
  return { layout: 'digest', source: context.source ?? null, requests, problem, indexed };
}

/** How many requests the index names: by their anchors, else by their lines. */
function indexedIn(body: string): number | null {
  const start = INDEX.exec(body);
  if (start === null) return null;
  const rest = body.slice(start.index + start[0].length);
  const index = cutAt(cutAt(rest, ITEM), SEPARATOR);
  const anchors = index.match(ANCHOR)?.length ?? 0;
  const lines = index.match(INDEX_LINE)?.length ?? 0;
  return anchors + lines === 0 ? null : Math.max(anchors, lines);
}

function single(body: string, subject: string | null, context: Context): RequestsReading {
  const read = readLabels(body.split('\n'), FREE_LABELS);
  const isLabelled = read.values.size >= 2;
  const request = isLabelled ? requestOf(read, { ...context, no: null }) : freeRequest(body, context);
  const named =
    subject === null
      ? null
      : proposed(subject.replace(/^(?:re|fwd?|fw|antw|doorst)\s*:\s*/i, ''), 'mail_header', subject);
  const requests = [{ ...request, summary: firstOf(request.summary, named) }];
  return {
    layout: isLabelled ? 'labelled' : 'free',
    source: context.source ?? null,
    requests,
    problem: null,
    indexed: null,
  };
}

function requestOf(
  { values, loose }: Labelled,
  { receivedAt, now, no }: Context & { no: number | null },
): JournalistRequest {
  const value = (label: RequestLabel): string => withoutEcho(values.get(label) ?? '');
  const { text: query, hasCanary } = withoutCanaries(withoutEcho(values.get('query') ?? loose.join('\n')));
  const words = [query, value('requirements'), ...loose].join('\n');
  const outlet = outletOf(values.get('outlet') ?? '', value('website'));
  const address = addressesIn(value('email'))[0] ?? null;
  return {
    no,
    summary: proposed(value('summary').replace(/\s+/g, ' '), 'label', value('summary')),
    category: proposed(value('category'), 'label', value('category')),
    reporter: proposed(value('name'), 'label', value('name')),
    replyAddress: proposed(address, 'label', value('email')),
    otherAddresses: addressesIn(words).filter((other) => other !== address),
    ...outlet,
    ...deadlineOf(deadlineWords(values), { receivedAt, now, where: 'label' }),
    query: proposed(query, values.has('query') ? 'label' : 'request_text', query),
    ...told(
      words,
      [value('requirements'), ...loose].filter((line) => line !== ''),
    ),
    hasCanary,
  };
}

function told(
  words: string,
  always: readonly string[],
): Pick<JournalistRequest, 'questions' | 'instructions' | 'flags'> {
  const instructions = [...new Set([...always, ...instructionsOf(words)])];
  return { questions: questionsOf(words), instructions, flags: requestFlags(words) };
}

/** Digests give the day, the hour and the zone on one line or on three. */
function deadlineWords(values: ReadonlyMap<RequestLabel, string>): string {
  const parts = [
    values.get('deadline'),
    values.get('deadline_date'),
    values.get('deadline_time'),
    values.get('time_zone'),
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

function deadlineOf(
  words: string,
  { receivedAt, now, where }: Context & { where: 'label' | 'request_text' },
): Pick<JournalistRequest, 'deadline' | 'isOverdue'> {
  if (words.trim() === '') return { deadline: null, isOverdue: null };
  const read = readDeadline(words, receivedAt);
  return { deadline: proposed(read, where, words), isOverdue: read.at === null ? null : read.at < now };
}

/** `Name (https://...)`; who wants to stay unnamed has no outlet. */
function outletOf(words: string, website: string): Pick<JournalistRequest, 'outlet' | 'outletUrl'> {
  const address = /\((https?:\/\/[^\s)]+)\)/i.exec(words)?.[1] ?? null;
  const name = words.replace(/\s*\((?:https?:\/\/|mailto:)[^)]*\)/gi, '').trim();
  const isUnnamed = /^(?:anonymous|anoniem|tbd|tba|n\/?a|undisclosed|-)$/i.test(name);
  const written = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/i.test(website) ? website : null;
  return {
    outlet: isUnnamed ? null : proposed(name, 'label', words),
    outletUrl: firstOf(proposed(written, 'label', website), proposed(address, 'label', words)),
  };
}

/** Plain-text mails repeat an address behind its words: `a@b (mailto:a@b)` (D177). */
function withoutEcho(text: string): string {
  return text.replace(/[ \t]*\((?:mailto:[^)\s]*|https?:\/\/[^)\s]*)\)/gi, '').trim();
}

function addressesIn(text: string): string[] {
  const found = text.match(/[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[a-z]{2,}/gi) ?? [];
  return [
    ...new Set(
      found.flatMap((word) => {
        const read = readMailAddress(word);
        return read.ok ? [read.mail.address] : [];
      }),
    ),
  ];
}

const DEADLINE_WORDS =
  /\b(?:deadline|by|before|until|no later than|uiterlijk|v[oó][oó]r|tot(?: en met)?|reageren kan)\b/i;
const OUTLET_WORDS =
  /\b(?:writing|reporting|working on (?:a|an) (?:piece|story|article|feature)|(?:a|an) (?:piece|story|article|feature)) for (?:the )?(\p{Lu}[\p{L}\d&'’.-]*(?: (?:of|the|and|&|\p{Lu}[\p{L}\d&'’.-]*)){0,4})/u;

/** Running text: the request is all of it; a deadline, an outlet and an address are taken only from words that say so. */
function freeRequest(body: string, { receivedAt, now }: Context): JournalistRequest {
  const { text: query, hasCanary } = withoutCanaries(withoutEcho(body));
  const lines = query.split(/\n|(?<=[.!?])\s+/);
  const deadline =
    lines.find((line) => DEADLINE_WORDS.test(line) && readDeadline(line, receivedAt).on !== null) ?? '';
  const outlet = OUTLET_WORDS.exec(query);
  const addresses = addressesIn(query);
  const [address = null] = addresses.length === 1 ? addresses : [];
  return {
    no: null,
    summary: null,
    category: null,
    reporter: null,
    replyAddress: proposed(
      address,
      'request_text',
      lines.find((line) => address !== null && line.includes(address)) ?? '',
    ),
    otherAddresses: addresses.filter((other) => other !== address),
    outlet: proposed(outlet?.[1]?.replace(/[.,]+$/, '') ?? null, 'request_text', outlet?.[0] ?? ''),
    outletUrl: null,
    ...deadlineOf(deadline, { receivedAt, now, where: 'request_text' }),
    query: proposed(query, 'request_text', query),
    ...told(query, []),
    hasCanary,
  };
}

const SOURCES: readonly (readonly [RegExp, string])[] = [
  [/sourceofsources\.com|\bsource of sources\b/i, 'Source of Sources'],
  [/helpareporter\.(?:com|net)|harorequest\.com|\bhelp a reporter out\b/i, 'HARO'],
  [/\bqwoted\b/i, 'Qwoted'],
  [/\bsourcebottle\b/i, 'SourceBottle'],
  [/\bresponsesource\b/i, 'ResponseSource'],
  [/#journorequest\b/i, '#JournoRequest'],
];

/** The service a request came from: the sender says it, else the text. */
function sourceOf(from: string | null, body: string): Proposed<string> | null {
  const find = (text: string, where: 'mail_header' | 'request_text'): Proposed<string> | null => {
    for (const [form, name] of SOURCES) {
      const words = form.exec(text)?.[0];
      if (words !== undefined) return proposed(name, where, words);
    }
    return null;
  };
  return firstOf(find(from ?? '', 'mail_header'), find(body, 'request_text'));
}
