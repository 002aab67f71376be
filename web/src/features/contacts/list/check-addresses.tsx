import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { FloatingCard } from '../../../ui/list-page.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import { type ContactSearch, contactFilter } from '../contact-search.js';
import { contactKeys } from '../contacts-api.js';

/** Checks the addresses of everybody in the list as it is filtered now, and shows how far that is. */
export function CheckAddresses({ search }: { readonly search: ContactSearch }) {
  const t = useMessages();
  const queries = useQueryClient();
  const [jobId, setJobId] = useState<string | null>(null);
  const label = t.text('contacts.checkAll');
  const start = () =>
    bodyOf(
      api.POST('/api/v1/contacts/check-addresses', {
        body: { filter: contactFilter(search) },
      }),
    ).then(
      (job) => setJobId(job.jobId),
      (error: unknown) => toastProblem(t, error),
    );
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon variant="default" size={32} aria-label={label} onClick={() => void start()}>
          <IconMailCheck size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {jobId && (
        <FloatingCard label={t.text('contacts.checking')} onClose={() => setJobId(null)}>
          <JobProgress
            jobId={jobId}
            label={t.text('contacts.checking')}
            onEnd={() => void queries.invalidateQueries({ queryKey: contactKeys.all })}
          />
        </FloatingCard>
      )}
    </>
  );
}
