import { Badge, Button, Group, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import { browserOf } from './browser-of.js';

const sessionsQuery = query.queryOptions('get', '/api/v1/sessions');

/** Where this person is signed in; a session elsewhere can be ended. */
export function Sessions() {
  const t = useMessages();
  const queries = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }),
    onError: (error) => toastProblem(t, error),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <Panel title={t.text('access.sessions.title')} flush>
      <ProblemAlert error={sessions.error} onRetry={() => void sessions.refetch()} />
      {sessions.isPending && <Skeleton h={44} m="md" w="auto" />}
      <Rows label={t.text('access.sessions.title')}>
        {sessions.data?.items.map((one) => (
          <ListRow
            key={one.id}
            title={browserOf(one.userAgent) ?? t.text('access.sessions.unknown')}
            note={
              <Group gap={6}>
                {t.text('access.sessions.since')} <RelativeTime at={one.createdAt} /> ·{' '}
                {t.text('access.sessions.seen')} <RelativeTime at={one.lastSeenAt} />
              </Group>
            }
          >
            {one.isCurrent ? (
              <Badge variant="light">{t.text('access.sessions.current')}</Badge>
            ) : (
              <Button variant="default" onClick={() => end.mutate(one.id)}>
                {t.text('access.sessions.end')}
              </Button>
            )}
          </ListRow>
        ))}
      </Rows>
    </Panel>
  );
}
