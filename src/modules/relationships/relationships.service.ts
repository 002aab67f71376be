import { Injectable } from '@nestjs/common';
import { type ToldSite, toldOf } from '../../core/relationships/linking-site.js';
import { relationshipSentence } from '../../core/relationships/relationship-sentence.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { relationshipText } from '../../platform/i18n/relationship-texts.js';
import { BrandsService } from '../clients/brands.service.js';
import { SitesService } from '../sites/sites.service.js';
import { relationshipSubjects } from './link-events.js';
import { dayOf, rowOf } from './relationship-record.js';
import { RelationshipRows } from './relationship-rows.repository.js';
import type {
  LitmusAnswers,
  NewRelationship,
  RelationshipChange,
  RelationshipDetail,
  ToldSiteView,
} from './relationships.dto.js';
import {
  type DetailRecord,
  type RelationshipColumns,
  RelationshipsRepository,
} from './relationships.repository.js';
import { ToldSites } from './told-sites.js';

/** The relationship log as people read it and write in it. */
@Injectable()
export class RelationshipsService {
  constructor(
    private readonly database: Database,
    private readonly relationships: RelationshipsRepository,
    private readonly rows: RelationshipRows,
    private readonly brands: BrandsService,
    private readonly sites: SitesService,
    private readonly told: ToldSites,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `brand.not_found`, `brand.archived`, `relationship.no_site`, and `relationship.own_site` for the brand's own one. */
  add(scope: WorkspaceScope, wish: NewRelationship, locale: Locale): Promise<RelationshipDetail> {
    return this.database.inWorkspace(scope, async () => {
      const brand = await this.brands.forNew(wish.brandId);
      const address = wish.siteAddress.trim();
      const siteId = (await this.sites.forAddresses([address])).get(address);
      if (siteId === undefined) throw new AppError('relationship.no_site', { address });
      if (await this.rows.isOwnSite(brand.id, siteId)) throw new AppError('relationship.own_site');
      await this.rows.hold([{ brandId: brand.id, clientId: brand.clientId, siteId }], this.clock.now(), null);
      return this.detail((await this.relationships.between(brand.id, siteId)) ?? '', locale);
    });
  }

  /** Throws `relationship.not_found`. */
  get(scope: WorkspaceScope, id: string, locale: Locale): Promise<RelationshipDetail> {
    return this.database.inWorkspace(scope, () => this.detail(id, locale));
  }

  /** Throws `relationship.changed_meanwhile` when the revision is not the one that was read; `relationship.reason_needs_words`. */
  change(
    scope: WorkspaceScope,
    { id, wish }: { id: string; wish: RelationshipChange },
    locale: Locale,
  ): Promise<RelationshipDetail> {
    return this.database.inWorkspace(scope, async () => {
      const before = await this.locked(id);
      if (before.revision !== wish.revision)
        throw new AppError('relationship.changed_meanwhile', { revision: before.revision });
      const after = changed(before, wish);
      if (after.reason === 'other' && after.reasonNote.trim() === '')
        throw new AppError('relationship.reason_needs_words');
      const fields = FIELDS.filter((field) => before[field] !== after[field]);
      if (fields.length > 0) {
        await this.relationships.save(id, after, this.clock.now());
        await this.record(id, 'relationship.changed', { fields, stage: after.stage });
      }
      return this.detail(id, locale);
    });
  }

  /** Answers the litmus test (D63); throws `relationship.not_found`. */
  answer(
    scope: WorkspaceScope,
    { id, answers }: { id: string; answers: LitmusAnswers },
    locale: Locale,
  ): Promise<RelationshipDetail> {
    return this.database.inWorkspace(scope, async () => {
      await this.locked(id);
      const { wouldLinkAnyway, readersGain } = answers;
      await this.relationships.answer(id, {
        wouldLinkAnyway,
        readersGain,
        note: answers.note?.trim() ?? '',
        by: scope.userId ?? null,
        at: this.clock.now(),
      });
      await this.record(id, 'relationship.litmus_answered', { wouldLinkAnyway, readersGain });
      return this.detail(id, locale);
    });
  }

  /** A partnership on these sites was ended: the relationships of those brands rest, in the open transaction. Answers how many did. */
  async letRest(siteIds: readonly string[], clientId: string | null): Promise<number> {
    const ids = await this.relationships.restOnSites(siteIds, clientId, this.clock.now());
    for (const id of ids)
      await this.record(id, 'relationship.changed', { fields: ['stage'], stage: 'dormant' });
    return ids.length;
  }

  private async locked(id: string) {
    const row = await this.relationships.lock(id);
    if (row === null) throw new AppError('relationship.not_found', { id });
    return row;
  }

  private async record(
    id: string,
    kind: 'relationship.changed' | 'relationship.litmus_answered',
    params: Record<string, unknown>,
  ): Promise<void> {
    const row = await this.found(id);
    await this.events.record({ kind, clientId: row.clientId, subjects: relationshipSubjects(row), params });
  }

  private async found(id: string): Promise<DetailRecord> {
    const record = await this.relationships.detail(id);
    if (record === null) throw new AppError('relationship.not_found', { id });
    return record;
  }

  private async detail(id: string, locale: Locale): Promise<RelationshipDetail> {
    const record = await this.found(id);
    const toldBy = await this.told.between(record.brandId, record.siteId);
    const told = toldOf(toldBy);
    const sentence = relationshipSentence({
      counts: record,
      ownSiteReadAt: record.ownSiteReadAt?.getTime() ?? null,
      told,
      reason: record.reason,
      reasonNote: record.reasonNote,
    });
    return {
      ...rowOf(record, told),
      reasonNote: record.reasonNote,
      brandHomeUrl: record.brandHomeUrl,
      toldBy: toldBy.map(toldSiteView),
      sentence: { ...sentence, text: relationshipText(sentence, { locale, timeZone: record.timeZone }) },
    };
  }
}

function toldSiteView(site: ToldSite): ToldSiteView {
  const { state, source, named, linkCount, followCount, firstSeenOn, lostReason, importId } = site;
  const moment = (at: number | null): Date | null => (at === null ? null : new Date(at));
  return {
    ...{
      state,
      source,
      host: named,
      links: linkCount,
      followLinks: followCount,
      asOf: dayOf(site.observedAt),
    },
    ...{
      firstSeenOn,
      lastSeenAt: moment(site.lastSeenAt),
      lostAt: moment(site.lostAt),
      lostReason,
      importId,
    },
  };
}

const FIELDS = ['stage', 'reason', 'reasonNote'] as const;

function changed(before: RelationshipColumns, wish: RelationshipChange): RelationshipColumns {
  return {
    stage: wish.stage ?? before.stage,
    reason: wish.reason === undefined ? before.reason : wish.reason,
    reasonNote: wish.reasonNote?.trim() ?? before.reasonNote,
  };
}
