import { foldSpace } from '../verifier/html-text.js';
import type { ReadablePage } from './page-reading.js';
import { firstOf, type Proposed, proposed } from './proposed.js';

/** What a page says about itself. What it does not say is null: nothing is guessed. */
export interface PageFacts {
  readonly title: Proposed<string> | null;
  /** Two letters, ISO 639-1. */
  readonly language: Proposed<string> | null;
  readonly author: Proposed<string> | null;
  /** YYYY-MM-DD, as the page writes it. */
  readonly publishedOn: Proposed<string> | null;
}

/** Title, language, author and day of publication of a page, each with where it was read. */
export function pageFacts(page: ReadablePage): PageFacts {
  const data = page.data.flatMap(objectsOf);
  return {
    title: titleOf(page),
    language: languageOf(page),
    author: authorOf(page, data),
    publishedOn: dayOf(page, data),
  };
}

function titleOf({ metas, title, blocks }: ReadablePage): Proposed<string> | null {
  const shared = metas['og:title'] ?? '';
  const heading = blocks.find((block) => block.isHeading && !block.isFrame)?.text ?? '';
  const named = title ?? '';
  // The title element often carries the site's name behind the page's own.
  const isWithin = heading !== '' && named.toLowerCase().startsWith(heading.toLowerCase());
  return firstOf(
    isWithin ? proposed(heading, 'page_heading', heading) : null,
    proposed(shared, 'page_meta', shared),
    proposed(named, 'page_title', named),
    proposed(heading, 'page_heading', heading),
  );
}

function languageOf({ language, metas }: ReadablePage): Proposed<string> | null {
  const locale = metas['og:locale'] ?? null;
  return firstOf(
    proposed(primary(language), 'page_language', language ?? ''),
    proposed(primary(locale), 'page_meta', locale ?? ''),
  );
}

/** The first part of a language tag (BCP 47), in lower case; null when it is no two letters. */
function primary(tag: string | null): string | null {
  return /^([a-z]{2})(?:[-_]|$)/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? null;
}

const BYLINE = /^(?:(?:Written |Words )?[Bb]y|(?:Geschreven )?[Dd]oor|Tekst:?|Auteur:|Author:)\s+(?=\p{Lu})/u;

function authorOf(page: ReadablePage, data: readonly DataObject[]): Proposed<string> | null {
  const told = data.map((object) => nameOf(object['author'])).find(isTold) ?? '';
  const meta = page.metas['author'] ?? '';
  const marked = page.authors.map((text) => personName(text.replace(BYLINE, ''))).find(isTold) ?? '';
  return firstOf(
    proposed(told, 'structured_data', told),
    proposed(personName(meta), 'page_meta', meta),
    proposed(marked, 'author_mark', marked),
    bylineOf(page),
  );
}

function bylineOf({ blocks }: ReadablePage): Proposed<string> | null {
  const byline = blocks.find(({ text, isFrame }) => !isFrame && BYLINE.test(text) && text.length < 120)?.text;
  if (byline === undefined) return null;
  const [name = ''] = byline.replace(BYLINE, '').split(/[|·•,–—]|\s-\s|\s(?:on|op)\s/u);
  return proposed(personName(name), 'byline', byline);
}

function isTold(name: string | null): name is string {
  return name !== null;
}

/** A name as people have them: up to six words, each with letters; neither an address nor a word for everybody. */
function personName(text: string): string | null {
  const name = foldSpace(text);
  const words = name.split(' ');
  const isName = name.length >= 3 && name.length <= 80 && words.length <= 6 && /\p{L}{2}/u.test(name);
  const isOther =
    /[@/<>{}\d]|^(?:admin|administrator|editor|redactie|editorial team|staff|guest|gastauteur)$/i.test(name);
  return isName && !isOther ? name : null;
}

function dayOf(page: ReadablePage, data: readonly DataObject[]): Proposed<string> | null {
  const told = data.map((object) => object['datePublished']).find((value) => typeof value === 'string');
  const toldText = typeof told === 'string' ? told : '';
  const meta = page.metas['article:published_time'] ?? page.metas['date'] ?? page.metas['dc.date'] ?? '';
  const [time = ''] = page.times;
  return firstOf(
    proposed(dayIn(toldText), 'structured_data', toldText),
    proposed(dayIn(meta), 'page_meta', meta),
    // Several times stand on lists and with comments: then none of them is the page's own.
    proposed(new Set(page.times.map(dayIn)).size === 1 ? dayIn(time) : null, 'time_mark', time),
  );
}

function dayIn(text: string): string | null {
  const day = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text.trim());
  const [, , month = 0, date = 0] = (day ?? []).map(Number);
  return day !== null && month >= 1 && month <= 12 && date >= 1 && date <= 31 ? day[0].slice(0, 10) : null;
}

type DataObject = Readonly<Record<string, unknown>>;

/** Objects looked at in one block: a page may nest without end. */
const MOST = 500;

function objectsOf(json: string): DataObject[] {
  const found: DataObject[] = [];
  const waiting: unknown[] = [parsed(json)];
  for (let looked = 0; looked < MOST && waiting.length > 0; looked += 1) {
    const value = waiting.shift();
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) waiting.unshift(...(value as unknown[]).slice(0, MOST));
    else {
      const object = value as DataObject;
      found.push(object);
      waiting.push(object['@graph'], object['mainEntity'], object['mainEntityOfPage']);
    }
  }
  return found.filter((object) =>
    [object['@type']].flat().some((type) => /(?:Article|Posting|WebPage|Report)$/.test(String(type))),
  );
}

function nameOf(author: unknown): string | null {
  const [first] = [author].flat();
  const name = typeof first === 'string' ? first : (first as DataObject | null | undefined)?.['name'];
  return typeof name === 'string' ? personName(name) : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
