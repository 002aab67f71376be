import type { Kind } from '../campaigns/kind.js';
import type { Deadline } from './deadline.js';
import type { Guidelines } from './guidelines.js';
import type { MentionReading } from './mentions.js';
import type { PageFacts } from './page-facts.js';
import { type Proposed, proposed, type ReadPlace } from './proposed.js';
import type { JournalistRequest, RequestsReading } from './requests.js';

/** A value for one of the kind's own fields, with where it was read. */
export interface ProposedField {
  readonly key: string;
  readonly value: unknown;
  readonly where: ReadPlace;
  readonly quote: string;
}

/** What a page can be read for: the kind's own fields say it. */
export interface ReadingAims {
  /** Links of the page that lead nowhere any more. */
  readonly links: boolean;
  /** Sentences that name the brand. */
  readonly mentions: boolean;
  /** What a publisher wants of who writes there, or what a link costs. */
  readonly guidelines: boolean;
}

/** What a page is read for in a campaign of this kind. */
export function readingAims({ fields }: Pick<Kind, 'fields'>): ReadingAims {
  const has = (...keys: readonly string[]): boolean => fields.some((field) => keys.includes(field.key));
  return {
    links: has('deadUrl'),
    mentions: has('mentionedOn', 'linkedElsewhere'),
    guidelines: has('guidelinesUrl', 'price', 'cost'),
  };
}

/** What was read from a page, as far as it was looked for. */
export interface PageFindings {
  readonly url: string;
  readonly facts: PageFacts;
  readonly mentions: MentionReading | null;
  readonly guidelines: Guidelines | null;
}

/** Values for the own fields of a kind, from what a page says. A page with guidelines is no page a mail speaks of. */
export function fieldsOfPage({ fields }: Pick<Kind, 'fields'>, found: PageFindings): ProposedField[] {
  const { url, facts, mentions, guidelines } = found;
  const address = proposed(url, 'page_address', url);
  const isGuide = fields.some((field) => field.key === 'guidelinesUrl');
  const sentence = mentions?.mentions.find((mention) => !mention.isFrame)?.sentence ?? null;
  const all: Readonly<Record<string, Proposed<unknown> | null>> = {
    pageUrl: isGuide ? null : address,
    pageTitle: isGuide ? null : facts.title,
    author: facts.author,
    mentionedOn: facts.publishedOn,
    sentence: proposed(sentence, 'page_text', sentence ?? ''),
    linkedElsewhere: linked(mentions),
    guidelinesUrl: address,
    ...ofGuidelines(guidelines),
  };
  return ofKind(fields, all);
}

function linked(mentions: MentionReading | null): Proposed<boolean> | null {
  if (mentions === null || mentions.answer === 'not_mentioned') return null;
  const [first] = mentions.links;
  return { value: mentions.links.length > 0, where: 'page_link', quote: first?.url ?? '' };
}

function ofGuidelines(guidelines: Guidelines | null): Readonly<Record<string, Proposed<unknown> | null>> {
  if (guidelines === null) return {};
  const rules = guidelines.rules.map((rule) => rule.value).join('\n');
  const { rel, price } = guidelines;
  return {
    acceptance: proposed(rules, 'page_text', guidelines.rules[0]?.quote ?? ''),
    relPolicy: rel,
    price,
    cost: price,
  };
}

/** Values for the own fields of a kind, from a journalist's request. */
export function fieldsOfRequest(
  { fields }: Pick<Kind, 'fields'>,
  request: JournalistRequest,
  source: RequestsReading['source'],
): ProposedField[] {
  const { query, outlet, reporter, replyAddress, deadline, questions, instructions } = request;
  return ofKind(fields, {
    request: query,
    questions: list(questions),
    outlet,
    reporter,
    source,
    replyAddress,
    deadlineOn: deadline === null ? null : proposed(deadline.value.on, deadline.where, deadline.quote),
    deadlineTime: deadline === null ? null : proposed(hourOf(deadline.value), deadline.where, deadline.quote),
    instructions: proposed(instructions.join('\n'), 'request_text', instructions[0] ?? ''),
  });
}

/** The hour as it is written, with its zone; what cannot be read for sure is shown in its own words. */
function hourOf({ time, zoneWords, on, raw }: Deadline): string | null {
  if (time !== null) return zoneWords === null ? time : `${time} ${zoneWords}`;
  return on === null ? raw : null;
}

function list(lines: readonly string[]): Proposed<readonly string[]> | null {
  const [first] = lines;
  return first === undefined ? null : { value: lines, where: 'request_text', quote: first };
}

function ofKind(
  fields: Kind['fields'],
  all: Readonly<Record<string, Proposed<unknown> | null>>,
): ProposedField[] {
  return fields.flatMap(({ key }) => {
    const read = Object.hasOwn(all, key) ? all[key] : null;
    return read === null || read === undefined ? [] : [{ key, ...read }];
  });
}
