import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { ProposalRow } from './proposal-row.js';
import { openProposals } from './proposals-api.js';

const route = getRouteApi('/frame/contacts/proposals');

/** Everybody who was found on the pages of sites and may become a contact: a list to work through. */
export function ProposalsPage() {
  const t = useMessages();
  const { site } = route.useSearch();
  const mayWrite = useMay('write');
  const list = useInfiniteQuery(openProposals(site));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  return (
    <Page narrow>
      <PageHeader
        title={t.text('contacts.proposals.title')}
        parent={<Link to="/contacts">{t.text('contacts.title')}</Link>}
        note={
          first &&
          t.text('contacts.proposals.open', { figure: countInWords(first.total, first.totalIsExact, t) })
        }
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton height={200} radius="lg" />}
      {first && items.length === 0 && (
        <EmptyState
          sentence={t.text('contacts.proposals.none')}
          action={
            <Button variant="default" renderRoot={(props) => <Link to="/contacts" {...props} />}>
              {t.text('contacts.proposals.toContacts')}
            </Button>
          }
        />
      )}
      {items.length > 0 && (
        <Panel flush>
          <ul className={layout['plain']} aria-label={t.text('contacts.proposals.title')}>
            {items.map((proposal) => (
              <ProposalRow key={proposal.id} proposal={proposal} mayWrite={mayWrite} />
            ))}
          </ul>
        </Panel>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.text('app.loadMore')}
        </Button>
      )}
    </Page>
  );
}
