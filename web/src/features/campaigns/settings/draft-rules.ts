import type { Messages } from '../../../i18n/messages.js';
import { minorOf } from '../../../i18n/money.js';
import type { CampaignDraft } from './campaign-draft.js';

/** What a campaign's form says before it is sent. */
export function draftRules(t: Messages) {
  return {
    name: (name: string) => (name.trim() ? null : t.text('campaigns.form.nameNeeded')),
    brandId: (id: string | null) => (id ? null : t.text('campaigns.form.brandNeeded')),
    budget: (typed: string, { currency }: CampaignDraft) =>
      typed.trim() === '' || minorOf(typed, currency) !== null ? null : t.text('campaigns.form.budgetWrong'),
    endsOn: (endsOn: string, { startsOn }: CampaignDraft) =>
      endsOn !== '' && startsOn !== '' && endsOn < startsOn ? t.text('campaigns.form.endsBefore') : null,
  };
}
