import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlacementDetail } from '../../../api/placement-views.js';
import type { Messages } from '../../../i18n/messages.js';
import { dayInWords } from '../../../i18n/times.js';
import { RelativeTime } from '../../../ui/relative-time.js';

export interface Reason {
  readonly key: string;
  readonly says: ReactNode;
}

/** What a person must know besides the sentence; each line is a whole message of its own. */
export function reasonsOf(placement: PlacementDetail, t: Messages): Reason[] {
  const lines = [
    agreed(placement, t),
    ...remembered(placement, t),
    ...lived(placement, t),
    ...neighbours(placement, t),
  ];
  return lines.filter((line) => line !== null);
}

function agreed({ termSources }: PlacementDetail, t: Messages): Reason | null {
  const source = termSources.at(-1);
  if (!source) return null;
  const kind = t.text(`placements.source.${source.kind}`);
  const { reference, agreedOn } = source;
  const says = agreedOn
    ? t.text('placements.why.agreedOn', { day: dayInWords(agreedOn, t), kind, reference })
    : t.text('placements.why.agreed', { kind, reference });
  return { key: 'agreed', says };
}

/** What the checks before left behind: a suspicion, an outage, a sight by hand. */
function remembered({ memory, rechecking }: PlacementDetail, t: Messages): (Reason | null)[] {
  const { firstAbsentAt, absentCount, unreachableSince, seenByHandUntil } = memory;
  return [
    rechecking && firstAbsentAt
      ? {
          key: 'absent',
          says: t.rich('placements.why.absent', {
            count: absentCount,
            time: <RelativeTime at={firstAbsentAt} />,
          }),
        }
      : null,
    unreachableSince
      ? {
          key: 'unreachable',
          says: t.rich('placements.why.unreachable', { time: <RelativeTime at={unreachableSince} /> }),
        }
      : null,
    seenByHandUntil
      ? { key: 'byHand', says: t.text('placements.why.seenByHand', { day: dayInWords(seenByHandUntil, t) }) }
      : null,
  ];
}

function lived(placement: PlacementDetail, t: Messages): (Reason | null)[] {
  const { isBaselineRemoved, targetFailing, targetPage, targetUrl, closeReason, archivedAt } = placement;
  return [
    isBaselineRemoved ? { key: 'baseline', says: t.text('placements.why.baseline') } : null,
    targetFailing
      ? { key: 'target', says: t.text('placements.why.targetFailing', { url: targetPage?.url ?? targetUrl }) }
      : null,
    closeReason ? { key: 'closed', says: t.text('placements.why.closed', { reason: closeReason }) } : null,
    archivedAt ? { key: 'archived', says: t.text('placements.why.archived') } : null,
  ];
}

/** The placement that took its place, or whose place it took. */
function neighbours({ replacedById, replacesId }: PlacementDetail, t: Messages): (Reason | null)[] {
  const link = (key: 'replacedBy' | 'replaces', id: string | null): Reason | null => {
    if (id === null) return null;
    const says = (
      <Link to="/placements/$id" params={{ id }}>
        {t.text(`placements.why.${key}`)}
      </Link>
    );
    return { key, says };
  };
  return [link('replacedBy', replacedById), link('replaces', replacesId)];
}
