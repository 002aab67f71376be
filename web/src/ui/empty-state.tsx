import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface Props {
  /** One sentence: what would stand here and what to do for it. */
  readonly sentence: string;
  /** One button. */
  readonly action?: ReactNode;
  /** One link to the guide. */
  readonly guide?: ReactNode;
}

/** An empty page teaches the next step. */
export function EmptyState({ sentence, action, guide }: Props) {
  return (
    <div className={classes['box']}>
      <p className={classes['sentence']}>{sentence}</p>
      {action}
      {guide}
    </div>
  );
}
