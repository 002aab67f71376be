import { useMessages } from '../../../i18n/messages-provider.js';
import classes from '../imports.module.css';

const STEPS = ['file', 'columns', 'trial', 'result'] as const;
export type ImportStep = (typeof STEPS)[number];

/** Where one stands on the way from a file to placements. */
export function ImportSteps({ current }: { readonly current: ImportStep }) {
  const t = useMessages();
  const at = STEPS.indexOf(current);
  return (
    <ol className={classes['steps']} aria-label={t.text('imports.steps')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={classes['step']}
          data-done={index < at || undefined}
          aria-current={step === current ? 'step' : undefined}
        >
          <span className={classes['stepNumber']} aria-hidden>
            {index + 1}
          </span>
          {t.text(`imports.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
