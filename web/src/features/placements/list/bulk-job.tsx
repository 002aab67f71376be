import { ActionIcon, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { JobProgress } from '../../../ui/job-progress.js';
import classes from './placements.module.css';
import { type BulkJob, canUndo } from './use-bulk.js';

interface Props {
  readonly job: BulkJob;
  readonly onEnd: () => void;
  readonly onUndo: (jobId: string) => void;
  readonly onClose: () => void;
}

/** The progress of a bulk act over the list, with the way back where there is one. */
export function BulkJobCard({ job, onEnd, onUndo, onClose }: Props) {
  const t = useMessages();
  return (
    <section className={classes['job']} aria-label={t.text('placements.bulk.progress')}>
      <Group justify="flex-end" mb={-24}>
        <ActionIcon aria-label={t.text('app.close')} onClick={onClose} size={24}>
          <IconX size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Group>
      <div className={classes['jobBody']}>
        <JobProgress
          key={job.jobId}
          jobId={job.jobId}
          label={t.text(`placements.bulk.doing.${job.action}`, { count: countInWords(job.size, true, t) })}
          onEnd={onEnd}
          {...(canUndo(job.action) ? { onUndo } : {})}
        >
          {(done) => (done.failed > 0 ? t.text('placements.bulk.someFailed', { count: done.failed }) : null)}
        </JobProgress>
      </div>
    </section>
  );
}
