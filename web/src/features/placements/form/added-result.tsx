import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { PlacementRow } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { PhaseLine } from '../acts/check-button.js';
import { useActs } from '../acts/placement-acts.js';
import { FindingsCard } from '../page/findings-card.js';
import classes from '../page/placement.module.css';
import { useLiveCheck } from '../page/use-live-check.js';
import { useLivePlacement } from '../page/use-live-placement.js';
import { placementDetail } from '../placements-api.js';

interface Props {
  readonly row: PlacementRow;
  readonly onAnother: () => void;
}

/** What became of a new placement: it is checked at once, and what is read appears here as it is read. */
export function AddedResult({ row, onAnother }: Props) {
  const t = useMessages();
  const acts = useActs(row.id);
  useLivePlacement(row.id);
  const { data } = useQuery(placementDetail(row.id));
  const placement = data ?? row;
  const { phase, problem, start } = useLiveCheck(placement, acts.check);
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current || row.sourceUrl === null) return;
    isAsked.current = true;
    void start();
  });
  return (
    <Stack gap="lg">
      <section className={classes['sentenceCard']} aria-live="polite">
        <div className={classes['sentenceText']}>
          <h2 className={classes['sentence']}>
            {data?.lastCheck
              ? data.sentence.text
              : t.text('placements.added.title', { host: row.sourceHost })}
          </h2>
          <p className={classes['badges']}>
            <StateBadge
              state={placement.state}
              overdue={placement.overdue}
              rechecking={placement.rechecking}
            />
            <PhaseLine phase={phase} />
          </p>
          {row.sourceUrl === null && <p className={classes['why']}>{t.text('placements.added.noPage')}</p>}
        </div>
      </section>
      <ProblemAlert error={problem} onRetry={() => void start()} />
      {data?.lastCheck && <FindingsCard placement={data} />}
      <Group gap="sm">
        <Button renderRoot={(props) => <Link to="/placements/$id" params={{ id: row.id }} {...props} />}>
          {t.text('placements.added.open')}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {t.text('placements.added.another')}
        </Button>
      </Group>
    </Stack>
  );
}
