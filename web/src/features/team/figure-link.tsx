import { useMessages } from '../../i18n/messages-provider.js';
import { countInWords } from '../../i18n/times.js';
import { AddressLink } from '../../ui/address-link.js';
import classes from './team.module.css';
import type { TeamFigure } from './team-api.js';

interface Props {
  readonly figure: TeamFigure;
  /** What is counted, and whose: a screen reader hears it after the number. */
  readonly what: string;
  /** Something to look at when it is more than nothing. */
  readonly tone?: 'late' | undefined;
  /** Words with the number instead of the number alone. */
  readonly text?: string;
}

/** A number that opens its rows. */
export function FigureLink({ figure, what, tone, text }: Props) {
  const t = useMessages();
  const shown = text ?? countInWords(figure.count, true, t);
  const isNothing = figure.count === 0;
  const look = [classes['figure'], isNothing ? classes['nothing'] : tone && classes[tone]];
  return (
    <AddressLink
      address={figure.address}
      label={t.text('team.figure', { count: shown, what })}
      className={look.filter(Boolean).join(' ')}
    >
      {shown}
    </AddressLink>
  );
}
