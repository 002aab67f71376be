import { Skeleton } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, bodyOf } from '../api/client.js';
import type { components } from '../api/schema.generated.js';
import { useMessages } from '../i18n/messages-provider.js';
import { dayInWords } from '../i18n/times.js';
import { Facts, Panel } from './page.js';
import { ProblemAlert } from './problem-alert.js';

type Summary = components['schemas']['RelationshipSummary'];

type Of = { readonly publisherId: string } | { readonly clientId: string } | { readonly siteId: string };

function summaryOf(of: Of) {
  return queryOptions({
    queryKey: ['relationships', 'summary', of] as const,
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/relationships/summary', { params: { query: of }, signal })),
  });
}

/** Who links to whom, summed over all brands and sites of a publisher, a client or a site, with the way to the rows. */
export function LinksSummary({ of }: { readonly of: Of }) {
  const t = useMessages();
  const { data, error, isPending, refetch } = useQuery(summaryOf(of));
  const search = {
    ...('publisherId' in of ? { publisher: of.publisherId } : {}),
    ...('clientId' in of ? { client: of.clientId } : {}),
    ...('siteId' in of ? { site: of.siteId } : {}),
  };
  return (
    <Panel
      title={t.text('relationships.summary.title')}
      aside={
        <Link to="/relationships" search={search}>
          {t.text('relationships.summary.rows')}
        </Link>
      }
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton height={80} />}
      {data && <Facts rows={factsOf(data, t)} />}
    </Panel>
  );
}

function factsOf(sums: Summary, t: ReturnType<typeof useMessages>) {
  const day = (on: string | null) => (on ? dayInWords(on, t) : '—');
  return [
    {
      name: t.text('relationships.theyToUs'),
      value: t.text('relationships.summary.links', {
        live: sums.toUsLive,
        lost: sums.toUsLost,
        unknown: sums.toUsUnknown,
      }),
    },
    ...(sums.told > 0
      ? [
          {
            name: t.text('relationships.direction.told'),
            value: t.text('relationships.summary.both', { count: sums.told, all: sums.relationships }),
          },
        ]
      : []),
    {
      name: t.text('relationships.weToThem'),
      value: t.text('relationships.summary.links', {
        live: sums.toThemLive,
        lost: sums.toThemLost,
        unknown: sums.toThemUnknown,
      }),
    },
    {
      name: t.text('relationships.direction.both'),
      value: t.text('relationships.summary.both', { count: sums.both, all: sums.relationships }),
    },
    { name: t.text('relationships.column.oldest'), value: day(sums.oldestOn) },
    { name: t.text('relationships.column.newest'), value: day(sums.newestOn) },
  ];
}
