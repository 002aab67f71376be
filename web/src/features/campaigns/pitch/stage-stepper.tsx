import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from './pitch.module.css';
import type { PitchDetail, PitchStep } from './pitch-api.js';

interface Props {
  readonly pitch: PitchDetail;
  readonly mayMove: boolean;
  readonly onMove: (step: PitchStep) => void;
}

/** The stages of the kind in their order: where the pitch stands, where it may go, and why not elsewhere. */
export function StageStepper({ pitch, mayMove, onMove }: Props) {
  const t = useMessages();
  const here = useRef<HTMLLIElement>(null);
  const current = pitch.steps.findIndex(({ stage }) => stage === pitch.stage);
  // The list is scrolled by itself, never the page: the stage is brought to the middle of it.
  useEffect(() => {
    const list = here.current?.parentElement;
    if (!list || !here.current || current < 0) return;
    const { offsetLeft, offsetWidth } = here.current;
    list.scrollLeft = offsetLeft - list.offsetLeft - (list.clientWidth - offsetWidth) / 2;
  }, [current]);
  return (
    <ol className={classes['steps']} aria-label={t.text('campaigns.pitch.stages')}>
      {pitch.steps.map((step, place) => (
        <li
          key={step.stage}
          ref={place === current ? here : null}
          className={classes['step']}
          data-place={place < current ? 'past' : place === current ? 'here' : 'ahead'}
          aria-current={place === current ? 'step' : undefined}
        >
          <Step step={step} isHere={place === current} isPast={place < current} {...{ mayMove, onMove }} />
        </li>
      ))}
    </ol>
  );
}

interface StepProps extends Omit<Props, 'pitch'> {
  readonly step: PitchStep;
  readonly isHere: boolean;
  readonly isPast: boolean;
}

/** A stage one may not go to stays a button: pressing it says why. */
function Step({ step, isHere, isPast, mayMove, onMove }: StepProps) {
  const t = useMessages();
  const mark = (
    <span className={classes['dot']} aria-hidden>
      {isPast && <IconCheck size={12} stroke={2.5} />}
      {!isPast && !isHere && !step.isAllowed && <IconLock size={10} stroke={2} />}
    </span>
  );
  if (isHere || !mayMove)
    return (
      <span className={classes['stepBody']}>
        {mark}
        {step.name}
      </span>
    );
  return (
    <Tooltip
      label={step.isAllowed ? t.text('campaigns.pitch.moveTo', { stage: step.name }) : step.why}
      multiline
      maw={320}
    >
      <UnstyledButton
        className={classes['stepBody']}
        data-allowed={step.isAllowed || undefined}
        onClick={() => onMove(step)}
      >
        {mark}
        {step.name}
        {!step.isAllowed && <VisuallyHidden>{t.text('campaigns.pitch.notNow')}</VisuallyHidden>}
      </UnstyledButton>
    </Tooltip>
  );
}
