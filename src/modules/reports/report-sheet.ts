import type { ReportContent, ReportLink } from '../../core/reports/content.js';
import type { Cell } from '../../platform/http/table-answer.js';
import type { ReportTexts, ReportWord } from '../../platform/i18n/report-texts.js';
import { textsOf } from './report-document.js';

/** What a line of the sheet can hold; all else is empty. */
type Line = Readonly<Partial<Record<ReportWord, Cell>>>;

const COLUMNS = [
  'word.section',
  'word.brand',
  'word.campaign',
  'word.page',
  'word.target',
  'word.anchor',
  'word.rel',
  'word.type',
  'word.state',
  'word.since',
  'word.delivered',
  'word.checked',
  'word.seen',
  'word.proof',
  'word.due',
  'word.authority',
  'word.authorityValue',
  'word.authorityDay',
  'word.replacedBy',
  'word.agreed',
  'word.note',
] as const satisfies readonly ReportWord[];

/** A report as a sheet: its name, the names of its columns and its lines. Days are days and numbers are numbers. */
export interface ReportSheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/** Writes a report as a table: what was said and agreed first, then one line a link. */
export function sheetOf(content: ReportContent): ReportSheet {
  const texts = textsOf(content);
  const lines = [...comments(content, texts), ...goals(content, texts), ...links(content, texts)];
  return {
    name: texts.say('title.sheet', { month: content.month.slice(0, 7) }),
    columns: COLUMNS.map((word) => texts.say(word)),
    rows: inOrder(lines),
  };
}

async function* inOrder(lines: readonly Line[]): AsyncGenerator<Cell[]> {
  for (const line of lines) yield await Promise.resolve(COLUMNS.map((word) => line[word] ?? null));
}

function comments({ comment, replaces }: ReportContent, texts: ReportTexts): Line[] {
  const section = texts.say('word.comment');
  const said = comment === '' ? [] : [comment];
  const replaced = replaces === null ? [] : [texts.say('replaces', { day: texts.day(replaces.sentAt) })];
  return [...replaced, ...said].map((note) => ({ 'word.section': section, 'word.note': note }));
}

function goals(content: ReportContent, texts: ReportTexts): Line[] {
  return content.goals.map(({ brand, campaign, agreed, delivered }) => ({
    'word.section': texts.say('word.goals'),
    'word.brand': brand,
    'word.campaign': campaign ?? texts.say('word.noCampaign'),
    'word.delivered': delivered,
    'word.agreed': agreed,
  }));
}

function links(content: ReportContent, texts: ReportTexts): Line[] {
  return content.links.map((link) => ({
    'word.section': texts.say(`section.${link.section}`),
    'word.brand': link.brand,
    'word.campaign': link.campaign,
    'word.page': link.sourceUrl ?? link.site,
    'word.target': link.targetUrl,
    'word.anchor': link.anchor,
    'word.rel': texts.rel(link.rel),
    'word.type': texts.say(`type.${link.type}`),
    'word.state': texts.standing(link),
    ...days(link),
    ...authority(link, texts),
    'word.replacedBy': link.replacedByUrl,
    'word.note': link.isReplacement ? texts.say('word.isReplacement') : null,
  }));
}

function days(link: ReportLink): Line {
  return {
    'word.since': momentOf(link.since),
    'word.delivered': momentOf(link.deliveredAt),
    'word.checked': momentOf(link.checkedAt),
    'word.seen': momentOf(link.lastSeenAt),
    'word.proof': momentOf(link.proofAt),
    'word.due': momentOf(link.dueOn),
  };
}

function authority({ authority: figure }: ReportLink, texts: ReportTexts): Line {
  return {
    'word.authority': texts.authority(figure),
    'word.authorityValue': figure?.value ?? null,
    'word.authorityDay': momentOf(figure?.measuredOn ?? null),
  };
}

/** A moment or a day of the calendar as a date of the sheet. */
function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
