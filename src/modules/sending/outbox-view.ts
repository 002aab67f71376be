import { OVERRIDABLE } from '../../core/sending/last-word.js';
import type { Locale, MessageParams } from '../../platform/i18n/catalogue.js';
import { holdSentence } from '../../platform/i18n/hold-texts.js';
import type { OutboxMail, OutboxRow } from './outbox.dto.js';
import type { OutboxLine } from './outbox.query.js';

/** A line of the outbox as it is told. */
export function rowOf(line: OutboxLine, locale: Locale): OutboxRow {
  const { sortKey, text, html, fromName, messageId, unsubscribeUrl, holdParams, evidence, ...shown } = line;
  return {
    ...shown,
    holdSentence: shown.holdCode === null ? null : holdSentence(shown.holdCode, paramsOf(holdParams), locale),
    mayOverride: OVERRIDABLE.some((code) => code === shown.holdCode),
    evidence: evidence.map(({ kind, at, attempt, code }) => ({ kind, at, attempt, code: code ?? null })),
  };
}

/** A mail with its whole text. */
export function mailOf(line: OutboxLine, locale: Locale): OutboxMail {
  const { text, html, fromName, messageId, unsubscribeUrl } = line;
  return { ...rowOf(line, locale), text, html, fromName, messageId, unsubscribeUrl };
}

/** What a sentence can take: texts and numbers; lists are left out. */
function paramsOf(params: Readonly<Record<string, unknown>>): MessageParams {
  const plain = Object.entries(params).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(plain) as MessageParams;
}
