import { Injectable } from '@nestjs/common';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import type { CampaignDetail, CampaignRow } from './campaign.dto.js';
import { CampaignLists, type CampaignRecord } from './campaign-list.query.js';

/** Campaigns as who reads them sees them, in their language. */
@Injectable()
export class CampaignViews {
  constructor(
    private readonly lists: CampaignLists,
    private readonly kinds: Kinds,
  ) {}

  /** A record as a list shows it: every stage of its kind, and those a kind no longer has, with their counts. */
  row({ stages, budgetMinor, currency, ...record }: CampaignRecord, locale: Locale): CampaignRow {
    const known = this.kinds.one(record.kind)?.stages ?? [];
    const steps = known.map(({ key, words }) => ({
      stage: key,
      name: words[locale].name,
      count: stages[key] ?? 0,
    }));
    const others = Object.entries(stages).filter(([key]) => !known.some((stage) => stage.key === key));
    return {
      ...record,
      budget: budgetMinor === null || currency === null ? null : { minor: budgetMinor, currency },
      funnel: [...steps, ...others.map(([stage, count]) => ({ stage, name: stage, count }))],
    };
  }

  /** Throws `campaign.not_found`. */
  async detail(id: string, locale: Locale): Promise<CampaignDetail> {
    const [record] = await this.lists.byIds([id]);
    const settings = await this.lists.settings(id);
    if (record === undefined || settings === null) throw new AppError('campaign.not_found', { id });
    return { ...this.row(record, locale), ...settings };
  }
}
