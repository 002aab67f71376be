import { Badge, Button, Group, Select, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import { pagesOf } from '../../../api/pages.js';
import type { ItemOf } from '../../../api/views.js';
import { subjectAddress } from '../../../app/frame/subject-address.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { membersQuery } from '../members/members-api.js';

const PAGE_OF_EVENTS = 50;

type AuditEvent = ItemOf<'/api/v1/audit-events'>;

/** Who did what here, and what was refused, newest first. */
export function AuditPage() {
  const t = useMessages();
  const [actor, setActor] = useState<string | null>(null);
  const members = useQuery(membersQuery).data?.items ?? [];
  const events = useInfiniteQuery({
    queryKey: ['get', '/api/v1/audit-events', actor] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/audit-events', {
        params: { query: { limit: PAGE_OF_EVENTS, ...(actor ? { actor } : {}), ...start } },
        signal,
      }),
    ),
  });
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page>
      <PageHeader title={t.text('access.settings.audit')} />
      <Group>
        <Select
          aria-label={t.text('access.audit.who')}
          placeholder={t.text('access.audit.anyone')}
          clearable
          clearButtonProps={{ 'aria-label': t.text('access.audit.anyone') }}
          data={members.map(({ userId, name }) => ({ value: userId, label: name }))}
          value={actor}
          onChange={setActor}
        />
      </Group>
      <ProblemAlert error={events.error} onRetry={() => void events.refetch()} />
      {events.isPending && <Skeleton h={240} />}
      {events.data && (
        <Panel flush>
          <Rows label={t.text('access.settings.audit')}>
            {items.map((one) => (
              <AuditRow key={one.id} event={one} />
            ))}
          </Rows>
          {items.length === 0 && <ListRowEmpty text={t.text('access.audit.none')} />}
        </Panel>
      )}
      {events.hasNextPage && (
        <Group>
          <Button
            variant="default"
            loading={events.isFetchingNextPage}
            onClick={() => void events.fetchNextPage()}
          >
            {t.text('app.loadMore')}
          </Button>
        </Group>
      )}
    </Page>
  );
}

function ListRowEmpty({ text }: { readonly text: string }) {
  return <p style={{ padding: 14, margin: 0 }}>{text}</p>;
}

/** Who, what, on which record, and whether it was refused. An act without a sentence shows its code. */
function AuditRow({ event }: { readonly event: AuditEvent }) {
  const t = useMessages();
  const act = `access.audit.act.${event.action.split('.')[1] ?? ''}`;
  const to = event.subjectId && subjectAddress(event.subjectKind ?? '', event.subjectId);
  return (
    <ListRow
      title={event.actorName ?? t.text('access.audit.system')}
      note={
        <>
          {t.has(act) ? t.text(act) : <code>{event.action}</code>}
          {event.actorKind === 'token' && ` · ${t.text('access.audit.byToken')}`}
          {to && (
            <>
              {' · '}
              <Link to={to}>{t.text('access.audit.open')}</Link>
            </>
          )}
        </>
      }
    >
      {event.outcome === 'denied' && (
        <Badge variant="light" color="removed">
          {t.text('access.audit.denied')}
        </Badge>
      )}
      <RelativeTime at={event.at} />
    </ListRow>
  );
}
