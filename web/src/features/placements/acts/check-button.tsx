import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { PlacementRow } from '../../../api/placement-views.js';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import classes from '../page/placement.module.css';
import { CHECK_PHASES, type CheckPhase, useLiveCheck } from '../page/use-live-check.js';
import { useActs } from './placement-acts.js';

/** Asks for a check now and shows how far it is. */
export function CheckButton({ placement }: { readonly placement: Pick<PlacementRow, 'id' | 'checkedAt'> }) {
  const t = useMessages();
  const acts = useActs(placement.id);
  const { phase, problem, start } = useLiveCheck(placement, acts.check);
  useKeys([{ keys: 'c', label: t.text('placements.act.check'), run: () => void start() }]);
  return (
    <div className={classes['check']}>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
        loading={phase !== null}
        onClick={() => void start()}
      >
        {t.text('placements.act.check')}
      </Button>
      <PhaseLine phase={phase} />
      <ProblemAlert error={problem} />
    </div>
  );
}

/** "Step 3 of 7: fetching the page", spoken to screen readers as it changes. */
export function PhaseLine({ phase }: { readonly phase: CheckPhase | null }) {
  const t = useMessages();
  return (
    <span className={classes['phase']} role="status">
      {phase &&
        t.text('placements.phase.line', {
          step: CHECK_PHASES.indexOf(phase) + 1,
          steps: CHECK_PHASES.length,
          what: t.text(`placements.phase.${phase}`),
        })}
    </span>
  );
}
