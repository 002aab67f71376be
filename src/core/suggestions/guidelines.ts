import { readMailAddress } from '../contacts/mail-address.js';
import type { ReadablePage } from './page-reading.js';
import { type Proposed, proposed } from './proposed.js';
import { sentencesOf } from './sentences.js';

/** An amount with its currency, in minor units. */
export interface ReadPrice {
  readonly minor: number;
  readonly currency: 'EUR' | 'USD' | 'GBP';
}

/** What a page says that a publisher wants of who writes for it, or what a link costs there (D33, D287). */
export interface Guidelines {
  /** Sentences about length, links, payment, topics and how to send, word for word. */
  readonly rules: readonly Proposed<string>[];
  readonly rel: Proposed<'follow' | 'nofollow' | 'sponsored'> | null;
  /** The one price that is named; null where there is none, or several. */
  readonly price: Proposed<ReadPrice> | null;
  readonly address: Proposed<string> | null;
}

const RULES =
  /\b\d[\d.,]*\s*(?:-|–|to|tot)?\s*\d*[\d.,]*\s*(?:words|woorden)\b|\b(?:minimum|minimaal|at least|maximum|maximaal|up to)\b[^.]{0,30}\b(?:words|woorden|links?)\b|\b(?:do-?follow|no-?follow|sponsored|back-?links?|outbound links?|author bio|auteursbio|guest posts?|gastblogs?|gastartikel(?:en)?|original content|unique content|exclusive|unieke? (?:content|teksten?)|pitch|editorial guidelines|redactionele|price|fee|tarief|kosten|payment|betaling|turnaround|working days|werkdagen|we do not accept|we don['’]t accept|niet geaccepteerd|weigeren)\b/i;
const PRICE =
  /(€|\$|£)\s?(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,](\d{2}))?(?!\d)|(?:\b(EUR|USD|GBP)\s?)(\d+)(?:[.,](\d{2}))?\b/g;
const CURRENCIES = { '€': 'EUR', $: 'USD', '£': 'GBP', EUR: 'EUR', USD: 'USD', GBP: 'GBP' } as const;
const MOST = 20;

/** Reads the facts of a page with guidelines. Several prices, or rules that contradict each other, are not decided between. */
export function readGuidelines(page: ReadablePage): Guidelines {
  const sentences = page.blocks
    .filter((block) => !block.isFrame && !block.isHeading)
    .flatMap((block) => sentencesOf(block.text).map((sentence) => sentence.text));
  const rules = sentences.filter((sentence) => RULES.test(sentence) && sentence.length <= 400);
  return {
    rules: [...new Set(rules)].slice(0, MOST).flatMap((rule) => proposed(rule, 'page_text', rule) ?? []),
    rel: relOf(sentences),
    price: priceOf(sentences),
    address: addressOf(sentences),
  };
}

const REL: readonly (readonly [RegExp, 'follow' | 'nofollow' | 'sponsored'])[] = [
  [
    /\b(?:sponsored|rel=["']?sponsored)\b[^.]{0,40}\b(?:links?|tag|attribute)\b|\blinks?\b[^.]{0,40}\b(?:marked|tagged|labell?ed)\b[^.]{0,20}\bsponsored\b/i,
    'sponsored',
  ],
  [/\bno-?follow\b/i, 'nofollow'],
  [/\bdo-?follow\b/i, 'follow'],
];

function relOf(sentences: readonly string[]): Guidelines['rel'] {
  const found = sentences.flatMap((sentence) =>
    REL.filter(([form]) => form.test(sentence)).map(([, rel]) => ({ rel, sentence })),
  );
  const [first] = found;
  const isOne = first !== undefined && found.every(({ rel }) => rel === first.rel);
  return isOne ? proposed(first.rel, 'page_text', first.sentence) : null;
}

function priceOf(sentences: readonly string[]): Guidelines['price'] {
  const found = sentences.flatMap((sentence) =>
    [...sentence.matchAll(PRICE)].map((match) => ({ price: amountOf(match), sentence })),
  );
  const [first] = found;
  const isOne =
    first !== undefined && new Set(found.map(({ price }) => `${price.minor}${price.currency}`)).size === 1;
  return isOne ? proposed(first.price, 'page_text', first.sentence) : null;
}

function amountOf([, sign, whole, cents, code, plain, plainCents]: RegExpMatchArray): ReadPrice {
  const currency = CURRENCIES[(sign ?? code ?? '€') as keyof typeof CURRENCIES];
  const units = Number((whole ?? plain ?? '0').replaceAll(/[.,]/g, ''));
  return { minor: units * 100 + Number(cents ?? plainCents ?? '0'), currency };
}

/** An address in a sentence that speaks of sending or mailing. */
function addressOf(sentences: readonly string[]): Guidelines['address'] {
  for (const sentence of sentences) {
    const word = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[a-z]{2,}/i.exec(sentence)?.[0];
    const read = word === undefined ? null : readMailAddress(word.replace(/\.$/, ''));
    if (read?.ok === true) return proposed(read.mail.address, 'page_text', sentence);
  }
  return null;
}
