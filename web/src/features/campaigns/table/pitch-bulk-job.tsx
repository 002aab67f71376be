import type { Job } from '../../../api/views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { FloatingCard } from '../../../ui/list-page.js';
import type { PitchJob } from './use-pitch-bulk.js';

interface Props {
  readonly job: PitchJob;
  readonly onEnd: (job: Job) => void;
  readonly onClose: () => void;
}

/** The progress of an act on many pitches, and how many of them did not take it. */
export function PitchBulkJobCard({ job, onEnd, onClose }: Props) {
  const t = useMessages();
  return (
    <FloatingCard label={t.text('campaigns.bulk.progress')} onClose={onClose}>
      <JobProgress
        key={job.jobId}
        jobId={job.jobId}
        label={t.text(`campaigns.bulk.doing.${job.action}`, { count: countInWords(job.size, true, t) })}
        onEnd={onEnd}
      >
        {(done) => (done.failed > 0 ? t.text('campaigns.bulk.someFailed', { count: done.failed }) : null)}
      </JobProgress>
    </FloatingCard>
  );
}
