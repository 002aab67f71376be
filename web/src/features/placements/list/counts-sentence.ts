import type { PlacementCounts } from '../../../api/placement-views.js';
import type { Messages } from '../../../i18n/messages.js';
import { countInWords } from '../../../i18n/times.js';

/** "1,284 followed · 1,211 live · 18 with terms that differ": the page in one line. */
export function countsSentence(counts: PlacementCounts, t: Messages): string {
  const figure = (count: number) => countInWords(count, true, t);
  return t.text('placements.counts', {
    all: figure(counts.all),
    live: figure(counts.liveCount),
    differs: figure(counts.byState.differs),
  });
}
