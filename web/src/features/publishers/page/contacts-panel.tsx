import { Skeleton } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import type { PublisherDetail } from '../publisher-views.js';

const MOST = 20;

function peopleOf(publisherId: string) {
  return queryOptions({
    queryKey: ['contacts', 'of-publisher', publisherId] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/contacts', {
          params: { query: { publisherId, limit: MOST, sort: 'name' } },
          signal,
        }),
      ),
  });
}

/** The people of a publisher. */
export function ContactsPanel({ publisher }: { readonly publisher: PublisherDetail }) {
  const t = useMessages();
  const { data, error, isPending, refetch } = useQuery(peopleOf(publisher.id));
  const people = data?.items ?? [];
  return (
    <Panel
      title={t.text('publishers.contacts')}
      flush
      aside={
        <Link to="/contacts" search={{ publisher: publisher.id }}>
          {t.text('publishers.allContacts')}
        </Link>
      }
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton height={44} m="md" w="auto" />}
      {data && people.length === 0 && <p className={layout['hint']}>{t.text('publishers.noContacts')}</p>}
      {people.length > 0 && (
        <Rows label={t.text('publishers.contacts')}>
          {people.map((person) => (
            <ListRow
              key={person.id}
              title={
                <Link
                  to="/contacts/$id"
                  params={{ id: person.id }}
                  className={person.isFormer ? (layout['past'] ?? '') : ''}
                >
                  {person.name || person.mainAddress || '—'}
                </Link>
              }
              note={[person.position, person.name ? person.mainAddress : null].filter(Boolean).join(' · ')}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}
