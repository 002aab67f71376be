import { readMailAddress } from '../contacts/mail-address.js';
import { type ContactPage, readContactPage, type TextBlock } from './contact-page.js';
import type { PageKind } from './discovery.js';
import { structuredContacts } from './json-ld.js';
import { addressesIn, cloudflareAddress } from './obfuscation.js';
import { isNobody, personName, positionTitle } from './person-words.js';

/** Somebody a page names. */
export interface FoundContact {
  readonly name: string;
  readonly position: string;
  readonly address: string | null;
  readonly key: string | null;
  readonly pageUrl: string;
  readonly pageKind: PageKind;
  /** 200 characters around it, as a reader sees them. */
  readonly evidenceText: string;
  /** Only for an address that the page itself publishes for messages like ours (D266). */
  readonly proposedGround: 'published_for_purpose' | null;
}

export interface PageToRead {
  readonly html: string;
  readonly url: string;
  readonly kind: PageKind;
}

const AROUND = 100;
/** People one page names at most: more is a list of members, not a contact page. */
const MOST = 40;

/** An address where it stands on the page. */
interface Sight {
  readonly address: string;
  readonly anchor: string;
  readonly block: number;
  /** Where in the block's text; null when it is not written there. */
  readonly at: { readonly start: number; readonly end: number } | null;
}

/**
 * Who may be written to, by one page: addresses in links, in the text, written around or covered, and people in structured data. The name and the
 * position next to an address are proposals for a person to read. A ground is proposed only where an advertising or write-for-us page shows the
 * address in its own text: never for an address of a contact page, and never for one of a frame that stands on every page (D266).
 */
export function findContacts({ html, url, kind }: PageToRead): FoundContact[] {
  const page = readContactPage(html);
  const found = [...sightsOf(page)].map((sight) => contactOf(page, sight, { url, kind }));
  const named = peopleOf(page, { url, kind });
  return unique([...found, ...named]).slice(0, MOST);
}

function* sightsOf(page: ContactPage): Generator<Sight> {
  for (const { target, kind, anchor, block } of page.mailLinks) {
    const texts = kind === 'mailto' ? decodedList(target) : [cloudflareAddress(target) ?? ''];
    for (const text of texts) {
      const mail = readMailAddress(text);
      if (mail.ok && !isNobody(mail.mail.address))
        yield { address: mail.mail.address, anchor, block, at: null };
    }
  }
  for (const [block, { text }] of page.blocks.entries()) {
    for (const { address, start, end } of addressesIn(text))
      if (!isNobody(address)) yield { address, anchor: '', block, at: { start, end } };
  }
}

function decodedList(target: string): string[] {
  const text = target.replace(/%(?:2[0-9A-F]|40|[3-7][0-9A-E])/gi, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  );
  return text.split(',');
}

type Origin = { readonly url: string; readonly kind: PageKind };

function contactOf(page: ContactPage, sight: Sight, { url, kind }: Origin): FoundContact {
  const block = page.blocks[sight.block];
  const mail = readMailAddress(sight.address);
  const isOwn = block !== undefined && !block.isFrame;
  return {
    name: personName(sight.anchor) ?? nameNear(page, sight),
    position: positionNear(page, sight),
    address: sight.address,
    key: mail.ok ? mail.mail.key : null,
    pageUrl: url,
    pageKind: kind,
    evidenceText: evidence(page.blocks, sight),
    proposedGround: kind === 'advertising' && isOwn ? 'published_for_purpose' : null,
  };
}

/** The name in the address's own block, or else in the one or two before it. */
function nameNear({ blocks }: ContactPage, { block, at }: Sight): string {
  const own = blocks[block]?.text ?? '';
  const parts = (at === null ? own : own.slice(0, at.start)).split(/[:,|(–]| - |e-?mail/iu);
  const before = [blocks[block - 1], blocks[block - 2]].map((one) => one?.text.split(/[,|(–]| - /u)[0] ?? '');
  for (const text of [...parts.reverse(), ...before]) {
    const name = personName(text.trim());
    if (name !== null) return name;
  }
  return '';
}

function positionNear({ blocks }: ContactPage, { block, at }: Sight): string {
  const own = blocks[block]?.text ?? '';
  const parts = (at === null ? own : own.slice(0, at.start)).split(/[:,|()–]| - /u).reverse();
  const before = [blocks[block - 1], blocks[block - 2]].flatMap(
    (one) => one?.text.split(/[,|()–]| - /u) ?? [],
  );
  for (const text of [...parts, ...before]) {
    const title = positionTitle(text);
    if (title !== null) return title;
  }
  return '';
}

function peopleOf(page: ContactPage, { url, kind }: Origin): FoundContact[] {
  const base = { pageUrl: url, pageKind: kind, proposedGround: null };
  const structured = page.data.flatMap(structuredContacts).flatMap((one): FoundContact[] => {
    const mail = readMailAddress(one.address ?? '');
    if (mail.ok && isNobody(mail.mail.address)) return [];
    if (!mail.ok && !one.isPerson) return [];
    const name = one.isPerson ? one.name : '';
    const evidenceText = [one.name, one.position, one.address ?? ''].filter((part) => part !== '').join(', ');
    return [
      {
        ...base,
        name,
        position: one.position,
        address: mail.ok ? mail.mail.address : null,
        key: mail.ok ? mail.mail.key : null,
        evidenceText,
      },
    ];
  });
  const authors = page.authors.flatMap((text): FoundContact[] => {
    const name = personName(text);
    return name === null
      ? []
      : [{ ...base, name, position: '', address: null, key: null, evidenceText: text }];
  });
  return [...structured, ...authors];
}

/** 100 characters before and behind it, over the borders of blocks. */
function evidence(blocks: readonly TextBlock[], { block, at, anchor, address }: Sight): string {
  const own = blocks[block]?.text ?? anchor;
  const start = at?.start ?? Math.max(0, own.indexOf(anchor === '' ? address : anchor));
  const end = at?.end ?? Math.min(own.length, start + anchor.length);
  const textOf = (no: number) => blocks[no]?.text ?? '';
  const before = `${textOf(block - 2)} ${textOf(block - 1)} ${own.slice(0, start)}`
    .trimStart()
    .slice(-AROUND);
  const after = `${own.slice(end)} ${textOf(block + 1)} ${textOf(block + 2)}`.slice(0, AROUND);
  return `${before}${own.slice(start, end)}${after}`.trim();
}

/** Each address once, with the fullest name and position; people without an address once by name, unless an address tells of them. */
export function unique(found: readonly FoundContact[]): FoundContact[] {
  const byKey = new Map<string, FoundContact>();
  for (const one of found) {
    if (one.key === null) continue;
    const known = byKey.get(one.key);
    byKey.set(one.key, known === undefined ? one : merged(known, one));
  }
  const names = new Set([...byKey.values()].map(({ name }) => name.toLowerCase()));
  const nameless = found.filter(({ key, name }) => {
    const isNew = key === null && name !== '' && !names.has(name.toLowerCase());
    if (isNew) names.add(name.toLowerCase());
    return isNew;
  });
  return [...byKey.values(), ...nameless];
}

/** Pages whose word on an address counts more come first. */
const WEIGHT: readonly PageKind[] = [
  'advertising',
  'contact',
  'imprint',
  'author',
  'about',
  'home',
  'service',
];

function merged(known: FoundContact, other: FoundContact): FoundContact {
  const isBetter =
    (known.proposedGround === null && other.proposedGround !== null) ||
    (known.proposedGround === other.proposedGround &&
      WEIGHT.indexOf(other.pageKind) < WEIGHT.indexOf(known.pageKind));
  const [best, rest] = isBetter ? [other, known] : [known, other];
  return {
    ...best,
    name: best.name === '' ? rest.name : best.name,
    position: best.position === '' ? rest.position : best.position,
  };
}
