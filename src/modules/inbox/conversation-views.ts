import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { addressKey } from './clean-mail.js';
import type { ConversationDetail, ConversationMessage } from './conversation-detail.dto.js';
import { ConversationDetails, type InboundShown, type OutboundShown } from './conversation-detail.query.js';
import { ConversationLists } from './conversation-list.query.js';
import { proposalsShown } from './proposals-shown.js';
import { matchSentence, ruleSentence } from './rule-sentences.js';

/** Pages about conversations, in the open transaction. */
@Injectable()
export class ConversationViews {
  constructor(
    private readonly lists: ConversationLists,
    private readonly details: ConversationDetails,
    private readonly suppressions: SuppressionsService,
  ) {}

  /** Throws `conversation.not_found`. */
  async get(id: string, locale: Locale): Promise<ConversationDetail> {
    const row = await this.lists.one(id);
    if (row === null) throw new AppError('conversation.not_found', { id });
    const inbound = await this.details.inbound(id);
    const outbound = await this.details.outbound(id, row.pitchIds);
    const key = addressKey(row.from?.address ?? '');
    const suppressed = key !== '' && (await this.suppressions.isSuppressed(key, row.siteId, row.clientId));
    const answered = outbound.some(({ state }) => state !== 'failed');
    return {
      ...row,
      ...(await this.details.names(row)),
      messages: [
        ...outbound.map((mail) => outboundView(mail)),
        ...inbound.map((mail) => inboundView(mail, locale)),
      ].sort((one, other) => one.at.getTime() - other.at.getTime()),
      pitches: await this.details.pitches(row.pitchIds),
      enrollments: await this.details.paused(row),
      notes: await this.details.notes(id),
      suppressed,
      mayAnswer: !suppressed || !(answered && isAnsweredSince(inbound, outbound)),
    };
  }
}

/** A suppressed person who wrote is answered once: our newest mail is not newer than theirs. */
function isAnsweredSince(inbound: readonly InboundShown[], outbound: readonly OutboundShown[]): boolean {
  const theirs = inbound.filter(({ kind }) => kind !== 'own').map(({ at }) => at.getTime());
  const ours = outbound.map(({ at }) => at.getTime());
  return Math.max(0, ...ours) > Math.max(0, ...theirs);
}

function inboundView(mail: InboundShown, locale: Locale): ConversationMessage {
  const { fromAddress, fromName, terms, optOut, ...shown } = mail;
  return {
    ...shown,
    direction: mail.kind === 'own' ? 'out' : 'in',
    ruleSentence: ruleSentence(mail.rule, locale),
    matchSentence: matchSentence(mail.matchRule, locale),
    from: { name: fromName, address: fromAddress },
    optOut: optOut === null ? null : { ...optOut, decided: optOut.decided ?? null },
    terms: proposalsShown(terms),
    outboundState: null,
  };
}

function outboundView(mail: OutboundShown): ConversationMessage {
  const { fromAddress, fromName, toAddress, state, ...shown } = mail;
  return {
    ...shown,
    direction: 'out',
    kind: null,
    rule: '',
    ruleSentence: '',
    matchRule: null,
    matchSentence: '',
    correctedKind: null,
    from: { name: fromName, address: fromAddress },
    to: [toAddress],
    quoted: '',
    hasHtml: false,
    attachments: [],
    recipients: [],
    optOut: null,
    terms: [],
    termsState: 'none',
    returnsOn: null,
    folder: null,
    outboundState: state,
  };
}
