import { siteKey } from '../sites/site-key.js';
import type { PageBlock, PageLink, ReadablePage } from './page-reading.js';
import { sentencesOf } from './sentences.js';

/** The brand whose mentions are looked for. */
export interface MentionedBrand {
  /** Its name and its other names. */
  readonly names: readonly string[];
  /** Keys of its sites. */
  readonly siteKeys: readonly string[];
  /** Keys of declared sub-sites of the workspace. */
  readonly declared: readonly string[];
}

/** A sentence in which the brand is named. */
export interface Mention {
  readonly sentence: string;
  /** The name as it stands there. */
  readonly name: string;
  /** The heading above it. */
  readonly heading: string | null;
  /** Whether it stands in navigation, header, footer or beside the content. */
  readonly isFrame: boolean;
  /** Whether a link within the sentence leads to the brand. */
  readonly isLinked: boolean;
}

/** A link of the page that leads to the brand. */
export interface LinkToBrand {
  readonly url: string;
  readonly anchor: string;
  readonly isFrame: boolean;
}

export const MENTION_ANSWERS = ['not_mentioned', 'unlinked', 'linked_elsewhere', 'linked_here'] as const;
/** Whether the page links to the brand: in a sentence that names it, somewhere else, or not at all. */
export type MentionAnswer = (typeof MENTION_ANSWERS)[number];

export interface MentionReading {
  readonly answer: MentionAnswer;
  /** Content first, in the page's order; at most 20. */
  readonly mentions: readonly Mention[];
  readonly links: readonly LinkToBrand[];
}

const MOST = 20;

/** Where a page names a brand, and whether it links to it already (D290). Names count as whole words, whatever their case. */
export function readMentions(page: ReadablePage, brand: MentionedBrand): MentionReading {
  const form = namesForm(brand.names);
  const ours = page.links.filter((link) => isOurs(link.url, brand));
  const all =
    form === null ? [] : page.blocks.flatMap((block, no) => mentionsIn(page, { block, no, form, ours }));
  const sorted = [...all.filter((mention) => !mention.isFrame), ...all.filter((mention) => mention.isFrame)];
  const links = ours.map(({ url, anchor, isFrame }) => ({ url, anchor, isFrame })).slice(0, MOST);
  return { answer: answerOf(sorted, ours), mentions: sorted.slice(0, MOST), links };
}

function answerOf(mentions: readonly Mention[], ours: readonly PageLink[]): MentionAnswer {
  if (mentions.some((mention) => mention.isLinked)) return 'linked_here';
  if (ours.length > 0) return 'linked_elsewhere';
  return mentions.length > 0 ? 'unlinked' : 'not_mentioned';
}

interface InBlock {
  readonly block: PageBlock;
  readonly no: number;
  readonly form: RegExp;
  readonly ours: readonly PageLink[];
}

function mentionsIn(page: ReadablePage, { block, no, form, ours }: InBlock): Mention[] {
  if (!form.test(block.text)) return [];
  const here = ours.filter((link) => link.block === no);
  return sentencesOf(block.text).flatMap(({ text, start, end }) => {
    const name = form.exec(text)?.[1];
    if (name === undefined) return [];
    const isLinked = here.some((link) => link.start < end && link.end > start);
    const mention = { sentence: text.slice(0, 600), name, isFrame: block.isFrame, isLinked };
    return [{ ...mention, heading: headingAbove(page.blocks, no) }];
  });
}

function headingAbove(blocks: readonly PageBlock[], no: number): string | null {
  for (let at = no - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    if (block?.isHeading === true) return block.text.slice(0, 200);
  }
  return null;
}

function isOurs(url: string, { siteKeys, declared }: MentionedBrand): boolean {
  const key = siteKey(url, declared);
  return key !== null && siteKeys.includes(key);
}

/** Longer names first, so that the whole name is what is found; null without any of two characters or more. */
function namesForm(names: readonly string[]): RegExp | null {
  const usable = names.map((name) => name.trim()).filter((name) => name.length >= 2);
  if (usable.length === 0) return null;
  const words = usable
    .sort((one, other) => other.length - one.length)
    .map((name) =>
      name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`),
    );
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(${words.join('|')})(?![\p{L}\p{N}])`, 'iu');
}
