import { SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { query } from '../../api/client.js';
import type { AnswerOf } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { dayInWords } from '../../i18n/times.js';
import { withoutNothing } from '../../ui/address-words.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListBar } from '../../ui/list-page.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import classes from './deliverability.module.css';
import type { DeliverabilitySearch } from './deliverability-search.js';
import { FigureTable } from './figure-table.js';

const route = getRouteApi('/frame/deliverability');

/** What came back to the mails that were sent: counts, shares only where they say something, and what is not known. */
export function DeliverabilityPage() {
  const t = useMessages();
  const search = route.useSearch();
  const { from, to, client } = search;
  const by: 'mailbox' | 'template' = search.by ?? 'mailbox';
  const navigate = route.useNavigate();
  const asked = { groupBy: by, ...withoutNothing({ from, to, clientId: client }) };
  const { data, error, isPending, refetch } = useQuery({
    ...query.queryOptions('get', '/api/v1/deliverability', { params: { query: asked } }),
    placeholderData: keepPreviousData,
  });
  const go = (part: Partial<DeliverabilitySearch>) =>
    void navigate({
      search: (before: DeliverabilitySearch) => withoutNothing({ ...before, ...part }),
      replace: true,
    });
  return (
    <Page>
      <PageHeader
        title={t.text('app.nav.deliverability')}
        note={
          data &&
          t.text('deliverability.period', { from: dayInWords(data.from, t), to: dayInWords(data.to, t) })
        }
      />
      <Bar search={search} shown={data} go={go} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton h={200} />}
      {data && data.items.length === 0 && <EmptyState sentence={t.text('deliverability.none')} />}
      {data && data.items.length > 0 && (
        <Panel flush title={t.text(`deliverability.title.${by}`)}>
          <FigureTable view={data} by={by} />
        </Panel>
      )}
      {data && <NotKnown unknown={data.notKnown} />}
    </Page>
  );
}

interface BarProps {
  readonly search: DeliverabilitySearch;
  readonly shown: AnswerOf<'/api/v1/deliverability'> | undefined;
  readonly go: (part: Partial<DeliverabilitySearch>) => void;
}

/** Which mails are counted, and what they are told apart by. */
function Bar({ search, shown, go }: BarProps) {
  const t = useMessages();
  const first = search.from ?? shown?.from ?? '';
  const last = search.to ?? shown?.to ?? '';
  return (
    <ListBar label={t.text('deliverability.what')}>
      <SegmentedControl
        aria-label={t.text('deliverability.by')}
        value={search.by ?? 'mailbox'}
        onChange={(one) => go({ by: one === 'template' ? 'template' : undefined })}
        data={[
          { value: 'mailbox', label: t.text('deliverability.by.mailbox') },
          { value: 'template', label: t.text('deliverability.by.template') },
        ]}
      />
      <TextInput
        type="date"
        aria-label={t.text('deliverability.from')}
        value={first}
        max={last}
        onChange={(event) => go({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        aria-label={t.text('deliverability.to')}
        value={last}
        min={first}
        onChange={(event) => go({ to: event.currentTarget.value || undefined })}
      />
    </ListBar>
  );
}

/** What the figures do not say, and how they are counted. */
function NotKnown({ unknown }: { readonly unknown: AnswerOf<'/api/v1/deliverability'>['notKnown'] }) {
  const t = useMessages();
  return (
    <Panel title={t.text('deliverability.notKnown')}>
      <ul className={classes['unknown']}>
        {unknown.map(({ code, count }) => (
          <li key={code}>{t.text(`deliverability.unknown.${code}`, { count })}</li>
        ))}
        <li>{t.text('deliverability.unknown.opens')}</li>
        <li>{t.text('deliverability.unknown.spam')}</li>
      </ul>
      <p className={classes['how']}>{t.text('deliverability.how')}</p>
    </Panel>
  );
}
