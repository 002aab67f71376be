import type { ReportContent, ReportLink } from '../../core/reports/content.js';
import { SECTIONS } from '../../core/reports/standing.js';
import { ReportTexts } from '../../platform/i18n/report-texts.js';
import type { ReportDocument, ReportFigure, ReportLinkView, ReportWords } from './report-document.dto.js';

/** The words of a report's language and zone. */
export function textsOf({ locale, timeZone }: Pick<ReportContent, 'locale' | 'timeZone'>): ReportTexts {
  return new ReportTexts(locale, timeZone);
}

/** A report as it is read, every word of it in its language. */
export function documentOf(content: ReportContent): ReportDocument {
  const texts = textsOf(content);
  const sections = SECTIONS.map((key) => ({
    key,
    title: texts.say(`section.${key}`),
    links: content.links.filter(({ section }) => section === key).map((link) => linkView(link, texts)),
  }));
  return {
    locale: content.locale,
    timeZone: content.timeZone,
    month: content.month.slice(0, 7),
    title: texts.say('title', { month: texts.month(content.month) }),
    client: content.client,
    team: content.team,
    hasLogo: content.logo !== null,
    madeAt: new Date(content.madeAt),
    madeText: texts.say('made', { day: texts.day(content.madeAt) }),
    comment: content.comment,
    replacesText:
      content.replaces === null ? null : texts.say('replaces', { day: texts.day(content.replaces.sentAt) }),
    figures: figuresOf(content, texts),
    goals: content.goals.map((goal) => ({ ...goal })),
    sections: sections.filter(({ key, links }) => links.length > 0 || key === 'delivered' || key === 'kept'),
    words: wordsOf(texts),
  };
}

/** A link with its words; of a link nothing is shown that a client may not know. */
export function linkView(link: Omit<ReportLink, 'section'>, texts: ReportTexts): ReportLinkView {
  const { brand, campaign, type, sourceUrl, site, targetUrl, anchor, rel, standing, authority } = link;
  return {
    ...{ brand, campaign, type, typeText: texts.say(`type.${type}`), sourceUrl, site, targetUrl, anchor },
    ...{ rel, relText: texts.rel(rel) },
    authority: authority === null ? null : { ...authority },
    authorityText: texts.authority(authority),
    ...{ standing, standingText: texts.standing(link) },
    since: new Date(link.since),
    deliveredAt: momentOf(link.deliveredAt),
    checkedAt: momentOf(link.checkedAt),
    lastSeenAt: momentOf(link.lastSeenAt),
    proofAt: momentOf(link.proofAt),
    dueOn: link.dueOn,
    isReplacement: link.isReplacement,
    replacedByUrl: link.replacedByUrl,
  };
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

const FIGURES = ['delivered', 'kept', 'lost', 'replaced', 'ended', 'awaited', 'unknown'] as const;
const ALWAYS: readonly string[] = ['delivered', 'kept', 'lost'];

/** The numbers on top; those that may be missed only where they are not zero. */
function figuresOf({ totals }: ReportContent, texts: ReportTexts): ReportFigure[] {
  return FIGURES.filter((key) => ALWAYS.includes(key) || totals[key] > 0).map((key) => ({
    key,
    value: totals[key],
    label: texts.say(`figure.${key}`),
    note:
      key === 'delivered' && totals.agreed !== null
        ? texts.say('figure.agreed', { agreed: totals.agreed })
        : null,
  }));
}

function wordsOf(texts: ReportTexts): ReportWords {
  return {
    empty: texts.say('section.empty'),
    brand: texts.say('word.brand'),
    campaign: texts.say('word.campaign'),
    noCampaign: texts.say('word.noCampaign'),
    page: texts.say('word.page'),
    pageUnknown: texts.say('word.pageUnknown'),
    target: texts.say('word.target'),
    anchor: texts.say('word.anchor'),
    rel: texts.say('word.rel'),
    type: texts.say('word.type'),
    state: texts.say('word.state'),
    delivered: texts.say('word.delivered'),
    agreed: texts.say('word.agreed'),
    checked: texts.say('word.checked'),
    seen: texts.say('word.seen'),
    proof: texts.say('word.proof'),
    authority: texts.say('word.authority'),
    authorityDay: texts.say('word.authorityDay'),
    replacedBy: texts.say('word.replacedBy'),
    isReplacement: texts.say('word.isReplacement'),
    goals: texts.say('word.goals'),
    comment: texts.say('word.comment'),
    none: texts.say('word.none'),
    neverChecked: texts.say('word.neverChecked'),
  };
}
