import {
  IconAlertCircle,
  IconClock,
  IconHourglass,
  IconPencil,
  IconPlayerPause,
  type IconProps,
  IconUserSearch,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Messages } from '../../../i18n/messages.js';
import { shortDay } from '../../../i18n/times.js';
import type { PitchRow } from '../campaign-views.js';

type Look = { readonly icon: ComponentType<IconProps>; readonly words: string; readonly isLate: boolean };

/** What a card says is next, and the icon for it: paused, overdue, set for a day, no contact yet, waiting for them, or for us. */
export function nextStepLook(row: PitchRow, t: Messages, now = new Date()): Look {
  const day = (on: string) => shortDay(new Date(`${on}T12:00:00Z`), now, t);
  const dated = (on: string | null) =>
    on === null ? row.nextStep : t.text('campaigns.card.stepOn', { step: row.nextStep, day: day(on) });
  if (row.status === 'paused') {
    const words =
      row.pausedUntil === null
        ? t.text('campaigns.card.paused')
        : t.text('campaigns.card.pausedUntil', { day: day(row.pausedUntil) });
    return { icon: IconPlayerPause, words, isLate: false };
  }
  if (row.isOverdue) return { icon: IconAlertCircle, words: dated(row.nextStepOn), isLate: true };
  if (row.nextStepOn !== null) return { icon: IconClock, words: dated(row.nextStepOn), isLate: false };
  if (row.status === 'waiting_them') return { icon: IconHourglass, words: row.nextStep, isLate: false };
  return { icon: row.contact === null ? IconUserSearch : IconPencil, words: row.nextStep, isLate: false };
}
