import { useMessages } from '../i18n/messages-provider.js';
import classes from './term-chip.module.css';

interface Props {
  /** `agreed` is solid, `expected` and `unknown` are dashed, `seen` stands beside them. */
  readonly standing: 'agreed' | 'expected' | 'unknown' | 'seen';
  /** What was agreed or seen, as it is said on screen. */
  readonly value?: string | null | undefined;
  /** What was seen is not what was agreed. */
  readonly differs?: boolean;
  /** Leave out "agreed" and the like where a column head already says it. */
  readonly bare?: boolean;
}

/** One term, or what was seen of it. */
export function TermChip({ standing, value, differs = false, bare = false }: Props) {
  const t = useMessages();
  const text = bare && value ? value : t.text(`words.standing.${standing}`, { value: value ?? '' });
  return (
    <span className={classes['chip']} data-standing={standing} data-differs={differs || undefined}>
      {text}
    </span>
  );
}
