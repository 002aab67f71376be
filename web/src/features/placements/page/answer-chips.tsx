import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from './placement.module.css';
import { threeAnswers } from './three-answers.js';

/** Live, terms, rules: three answers that stand apart. */
export function AnswerChips({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  return (
    <ul className={classes['answers']} aria-label={t.text('placements.answer.label')}>
      {threeAnswers(placement).map(({ key, tone, count }) => (
        <li key={key} className={classes['answer']} data-tone={tone}>
          {t.text(`placements.answer.${key}`, { count })}
        </li>
      ))}
    </ul>
  );
}
