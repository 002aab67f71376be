import type { ApprovalContent } from '../../core/approvals/content.js';
import type { ApprovalSubject } from '../../core/campaigns/kind.js';
import type { ApprovalState } from '../../core/campaigns/pitch.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import type { ApprovalContentView } from './approval-content.dto.js';
import type { ApprovalRow } from './approvals.dto.js';
import type { ClientApprovalRow } from './client-approvals.dto.js';

/** A question as it is read from the database. */
export interface ApprovalRecord {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly brandId: string;
  readonly brandName: string;
  readonly campaignId: string | null;
  readonly campaignName: string | null;
  readonly pitchId: string | null;
  readonly subject: ApprovalSubject;
  readonly state: ApprovalState;
  readonly content: ApprovalContent;
  readonly note: string;
  readonly dueOn: string | null;
  readonly askedByMemberId: string | null;
  readonly askedByName: string | null;
  readonly askedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string;
  readonly commentCount: number;
}

/** Characters of a title. */
const TITLE = 160;

/** What is asked in a few words. */
function titleOf({ lines, files }: ApprovalContent, locale: Locale): string | null {
  const text = lines[0]?.values[locale][0] ?? files[0]?.name ?? null;
  return text !== null && text.length > TITLE ? `${text.slice(0, TITLE)}…` : text;
}

/** The row the team sees; `today` is the day in the workspace's zone. */
export function teamRow(record: ApprovalRecord, today: string, locale: Locale): ApprovalRow {
  const { content, note: _, ...rest } = record;
  const isOverdue = record.state === 'asked' && record.dueOn !== null && record.dueOn < today;
  return { ...rest, site: content.site, title: titleOf(content, locale), isOverdue };
}

/** The row the client sees: nothing of campaigns, pitches or people of the team. */
export function clientRow(record: ApprovalRecord, locale: Locale): ClientApprovalRow {
  const { id, brandName, subject, state, content, dueOn, askedAt, decidedByName, decidedAt, reason } = record;
  return {
    id,
    brandName,
    subject,
    state,
    site: content.site,
    title: titleOf(content, locale),
    dueOn,
    askedAt,
    decidedByName,
    decidedAt,
    reason,
    commentCount: record.commentCount,
  };
}

/** What was asked, in one language. */
export function contentView(content: ApprovalContent, locale: Locale): ApprovalContentView {
  const { site, language, targetUrl, authority, lines, files } = content;
  return {
    site,
    language,
    targetUrl,
    authority: authority === null ? null : { ...authority },
    lines: lines.map(({ label, form, values }) => ({
      label: label[locale],
      form,
      values: [...values[locale]],
    })),
    files: files.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 })),
  };
}
