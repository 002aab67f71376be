import { Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { withoutNothing } from '../../ui/address-words.js';
import { AskedChips } from '../../ui/asked-chips.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterChip, ListBar } from '../../ui/list-page.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { DoubtsPanel } from './doubts-panel.js';
import { MailDialog } from './mail-dialog.js';
import { MailRows } from './mail-rows.js';
import { outboxList, outboxSummary } from './outbox-api.js';
import { OUTBOX_STATES, type OutboxSearch } from './outbox-search.js';
import { SendingBar } from './sending-bar.js';

const route = getRouteApi('/frame/outbox');

/** What goes next, what was held back and why; what nobody knows the fate of stands on top. */
export function OutboxPage() {
  const t = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { state = 'waiting' } = search;
  const list = useInfiniteQuery(outboxList(search));
  const counts = useQuery(outboxSummary()).data;
  const mails = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const go = (part: Partial<OutboxSearch>) =>
    void navigate({ search: (before: OutboxSearch) => withoutNothing({ ...before, ...part }) });
  return (
    <Page>
      <PageHeader
        title={t.text('app.nav.outbox')}
        note={counts && t.text('outbox.note', { count: counts.waiting })}
      />
      <SendingBar />
      <ListBar label={t.text('outbox.states')}>
        {OUTBOX_STATES.map((one) => (
          <FilterChip
            key={one}
            isOn={one === state}
            onClick={() => go({ state: one === 'waiting' ? undefined : one, m: undefined })}
          >
            {t.text(`outbox.state.${one}`)}{' '}
            {counts && isCounted(one) && counts[one] > 0 && <b>{counts[one]}</b>}
          </FilterChip>
        ))}
        <AskedChips
          asked={[
            {
              isOn: search.mailbox !== undefined,
              label: t.text('outbox.ofOneMailbox'),
              onClear: () => go({ mailbox: undefined }),
            },
            {
              isOn: search.campaign !== undefined,
              label: t.text('outbox.ofOneCampaign'),
              onClear: () => go({ campaign: undefined }),
            },
            {
              isOn: search.pitch !== undefined,
              label: t.text('outbox.ofOnePitch'),
              onClear: () => go({ pitch: undefined }),
            },
          ]}
        />
      </ListBar>
      <DoubtsPanel search={search} onOpen={(m) => go({ m })} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={240} />}
      {list.isSuccess && mails.length === 0 && <EmptyState sentence={t.text(`outbox.none.${state}`)} />}
      {state !== 'doubt' && mails.length > 0 && (
        <MailRows state={state} mails={mails} onOpen={(m) => go({ m })} />
      )}
      <MoreButton list={list} />
      {search.m !== undefined && <MailDialog id={search.m} onClose={() => go({ m: undefined })} />}
    </Page>
  );
}

/** What was sent is a long history; its count says nothing. */
function isCounted(state: (typeof OUTBOX_STATES)[number]): state is 'doubt' | 'held' | 'waiting' {
  return state !== 'sent' && state !== 'failed';
}
