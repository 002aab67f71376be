import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { FloatingCard } from '../../../ui/list-page.js';
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
    <FloatingCard label={t.text('placements.bulk.progress')} onClose={onClose}>
      <JobProgress
        key={job.jobId}
        jobId={job.jobId}
        label={t.text(`placements.bulk.doing.${job.action}`, { count: countInWords(job.size, true, t) })}
        onEnd={onEnd}
        {...(canUndo(job.action) ? { onUndo } : {})}
      >
        {(done) => (done.failed > 0 ? t.text('placements.bulk.someFailed', { count: done.failed }) : null)}
      </JobProgress>
    </FloatingCard>
  );
}
