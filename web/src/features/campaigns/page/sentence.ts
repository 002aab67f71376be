import type { Messages } from '../../../i18n/messages.js';
import { countInWords } from '../../../i18n/times.js';
import type { CampaignDetail } from '../campaign-views.js';

type Numbers = Pick<
  CampaignDetail,
  'pitchCount' | 'lostCount' | 'agreedPerMonth' | 'deliveredThisMonth' | 'wonCount' | 'decidedCount'
>;

/** The one sentence of a campaign: "48 pitches · 7 of 8 delivered this month · 23 % won of 31 decided". */
export function campaignSentence(campaign: Numbers, t: Messages): string {
  const { pitchCount, agreedPerMonth, deliveredThisMonth, wonCount, decidedCount } = campaign;
  const figure = (count: number) => countInWords(count, true, t);
  const delivered =
    agreedPerMonth === null
      ? t.text('campaigns.sentence.delivered', { count: deliveredThisMonth })
      : t.text('campaigns.sentence.deliveredOf', {
          delivered: figure(deliveredThisMonth),
          agreed: figure(agreedPerMonth),
        });
  const parts = [
    t.text('campaigns.sentence.pitches', { count: pitchCount, figure: figure(pitchCount) }),
    delivered,
  ];
  if (decidedCount > 0) {
    const share = Math.round((100 * wonCount) / decidedCount);
    parts.push(t.text('campaigns.sentence.won', { share, decided: figure(decidedCount) }));
  }
  return parts.join(' · ');
}
