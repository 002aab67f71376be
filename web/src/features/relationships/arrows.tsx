import {
  IconArrowNarrowLeft,
  IconArrowNarrowLeftDashed,
  IconArrowNarrowRight,
  IconArrowNarrowRightDashed,
  IconMessage,
  IconMessageOff,
  IconMinus,
  IconQuestionMark,
} from '@tabler/icons-react';
import type { Messages } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { shortDay } from '../../i18n/times.js';
import { useTip } from '../../ui/use-tip.js';
import type { Arrows } from './relationship-views.js';
import classes from './relationships.module.css';

const TO_THEM = {
  linked: IconArrowNarrowRight,
  was_linked: IconArrowNarrowRightDashed,
  not_found: IconMinus,
  not_known: IconQuestionMark,
} as const;
const TO_US = {
  linked: IconArrowNarrowLeft,
  told: IconMessage,
  was_linked: IconArrowNarrowLeftDashed,
  was_told: IconMessageOff,
  not_known: IconQuestionMark,
} as const;

/** Whether we link to them, in words; that we do not is said only with the day our site was read. */
export function toThemWords({ toThem, toThemAsOf }: Arrows, t: Messages): string {
  const day = toThemAsOf ? shortDay(new Date(toThemAsOf), new Date(), t) : '';
  return t.text(`relationships.toThem.${toThem}`, { day });
}

/** Whether they link to us, in words: never "no", because nobody reads the whole web. */
export function toUsWords({ toUs }: Arrows, t: Messages): string {
  return t.text(`relationships.toUs.${toUs}`);
}

/**
 * Who links to whom as two arrows: ours above, theirs below; broken where it was once so, a balloon where only a tool says so, a question
 * mark where it is not known.
 */
export function ArrowsMark({ arrows, size = 16 }: { readonly arrows: Arrows; readonly size?: number }) {
  const t = useMessages();
  const Ours = TO_THEM[arrows.toThem];
  const Theirs = TO_US[arrows.toUs];
  const words = `${toThemWords(arrows, t)} · ${toUsWords(arrows, t)}`;
  const tip = useTip<HTMLSpanElement>(() => words);
  return (
    <>
      <span className={classes['arrows']} role="img" aria-label={words} {...tip.on}>
        <Ours size={size} stroke={1.75} aria-hidden data-state={arrows.toThem} />
        <Theirs
          size={size}
          stroke={1.75}
          aria-hidden
          data-state={arrows.toUs}
          className={classes['theirs'] ?? ''}
        />
      </span>
      {tip.shown}
    </>
  );
}
