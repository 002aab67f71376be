import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, query } from '../../../api/client.js';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { Facts, Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import { WebAddress } from '../../../ui/web-address.js';

/** The search for an awaited link whose page nobody told: what was found among the new pages of the site, and when it is looked for again. */
export function AwaitedSearchCard({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const queries = useQueryClient();
  const mayWrite = useMay('write');
  const [jobId, setJobId] = useState<string | null>(null);
  const at = { params: { path: { id: placement.id } } };
  const isAwaited = placement.state === 'awaited' && placement.sourceUrl === null;
  const { data } = query.useQuery('get', '/api/v1/placements/{id}/search', at, { enabled: isAwaited });
  if (!isAwaited || !data?.isSearched) return null;
  const start = () =>
    bodyOf(api.POST('/api/v1/placements/{id}/search', at)).then(
      (started) => setJobId(started.jobId),
      (error: unknown) => toastProblem(t, error),
    );
  const accept = (url: string) =>
    bodyOf(api.POST('/api/v1/placements/{id}/search/accept', { ...at, body: { url } })).then(
      () => queries.invalidateQueries(),
      (error: unknown) => toastProblem(t, error),
    );
  return (
    <Panel title={t.text('placements.search.title')}>
      <Stack gap="sm">
        <p>{t.text(`placements.search.${data.result ?? 'never'}`)}</p>
        <Facts
          rows={[
            { name: t.text('placements.search.last'), value: <RelativeTime at={data.searchedAt} /> },
            { name: t.text('placements.search.next'), value: <RelativeTime at={data.nextSearchAt} /> },
          ]}
        />
        {data.candidates.length > 0 && <strong>{t.text('placements.search.candidates')}</strong>}
        {data.candidates.map(({ url, step }) => (
          <div key={url}>
            <WebAddress url={url} /> {t.text('placements.search.step', { step })}
            {mayWrite && (
              <Button size="compact-sm" variant="default" onClick={() => void accept(url)}>
                {t.text('placements.search.accept')}
              </Button>
            )}
          </div>
        ))}
        {jobId !== null && (
          <JobProgress
            jobId={jobId}
            label={t.text('placements.search.looking')}
            onEnd={() => void queries.invalidateQueries()}
          />
        )}
        {mayWrite && jobId === null && (
          <Button variant="default" onClick={() => void start()}>
            {t.text('placements.search.now')}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
