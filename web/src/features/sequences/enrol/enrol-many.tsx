import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { EnrolChoice } from '../../../ui/enrol-choice.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import type { EnrolSearch } from '../sequence-search.js';
import { enrolCheck, startCheck } from '../sequences-api.js';
import { CheckedPitches } from './checked-pitches.js';
import { isWhole, type Target } from './target-fields.js';

interface Props {
  readonly search: EnrolSearch;
  readonly choice: EnrolChoice | null;
  readonly target: Target;
  readonly go: (part: { [Key in keyof EnrolSearch]?: EnrolSearch[Key] | undefined }) => void;
}

/** Enrols any number of pitches: first a look at all of them, then their mails by pages, then the enrolment of those found able. */
export function EnrolMany({ search, choice, target, go }: Props) {
  const t = useMessages();
  const [problem, setProblem] = useState<unknown>(null);
  const [isStarting, setStarting] = useState(false);
  const start = async () => {
    if (!isWhole(target) || choice === null) return;
    setStarting(true);
    setProblem(null);
    try {
      const { jobId, prospectsWithout } = await startCheck(choice, target);
      if (prospectsWithout > 0) toast(t.text('sequences.check.without', { count: prospectsWithout }));
      go({ check: jobId, sequence: target.sequenceId, mailbox: target.mailboxId });
    } catch (error) {
      setProblem(error);
    } finally {
      setStarting(false);
    }
  };
  if (search.check === undefined)
    return (
      <>
        <ProblemAlert error={problem} />
        <Text c="dimmed">{t.text(choice === null ? 'sequences.check.lost' : 'sequences.check.teach')}</Text>
        {choice !== null && (
          <Group>
            <Button onClick={() => void start()} loading={isStarting} disabled={!isWhole(target)}>
              {t.text('sequences.check.verb')}
            </Button>
          </Group>
        )}
      </>
    );
  return <Checked checkId={search.check} search={search} go={go} onAgain={choice && (() => void start())} />;
}

interface CheckedProps extends Pick<Props, 'search' | 'go'> {
  readonly checkId: string;
  /** Looks at the same pitches once more; null where the choice is not known here. */
  readonly onAgain: (() => void) | null;
}

function Checked({ checkId, search, go, onAgain }: CheckedProps) {
  const t = useMessages();
  const mayEnroll = useMay('write');
  const first = useQuery(enrolCheck(checkId, { limit: 1 }));
  if (first.error) return <ProblemAlert error={first.error} onRetry={() => void first.refetch()} />;
  if (!first.data) return null;
  if (!first.data.isDone)
    return (
      <JobProgress
        jobId={checkId}
        label={t.text('sequences.check.running')}
        onEnd={() => void first.refetch()}
      />
    );
  return (
    <CheckedPitches check={first.data} search={search} go={go} onAgain={onAgain} mayEnroll={mayEnroll} />
  );
}
