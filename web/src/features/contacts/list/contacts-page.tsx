import { Button } from '@mantine/core';
import { IconInbox, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { CountedHeader } from '../../../ui/counted-header.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { DoublesLink, ImportLink } from '../../../ui/list-links.js';
import { FilterChip, ListBar, ListBody } from '../../../ui/list-page.js';
import { NoneFits } from '../../../ui/none-fits.js';
import { Page } from '../../../ui/page.js';
import { RecordList } from '../../../ui/record-list.js';
import { ExportMenu } from '../../../ui/record-list-bar.js';
import { SavedViews } from '../../../ui/saved-views.js';
import { SearchField } from '../../../ui/search-field.js';
import type { PagedList } from '../../../ui/use-list-rows.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import { type ContactSearch, contactFilter, NO_CONTACT_FILTER } from '../contact-search.js';
import type { ContactRow } from '../contact-views.js';
import { contactDetail, contactList, exportAddress } from '../contacts-api.js';
import { ContactDialog } from '../new/contact-dialog.js';
import { CheckAddresses } from './check-addresses.js';
import { ContactCard } from './contact-card.js';
import { contactColumns } from './contact-columns.js';
import { ContactFilters } from './contact-filters.js';

const route = getRouteApi('/frame/contacts');
/** What changes without a step to go back to. */
const PASSING = ['q', 'add'] as const;

/** All contacts: where they work, how they are reached, and whether they may be. */
export function ContactsPage() {
  const t = useMessages();
  const search = route.useSearch();
  const mayWrite = useMay('write');
  const list = useInfiniteQuery(contactList(search));
  const change = useSearchChange<ContactSearch>(route.useNavigate(), PASSING);
  const add = mayWrite && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={() => change({ add: true })}
    >
      {t.text('contacts.add')}
    </Button>
  );
  return (
    <Page fill>
      <CountedHeader title={t.text('contacts.title')} counted="contacts.count" list={list} />
      <ListBody>
        <ListBar
          label={t.text('contacts.bar')}
          end={
            <>
              <DoublesLink kind="contact" />
              <ImportLink />
              <ExportMenu addressOf={(format) => exportAddress(search, format)} />
              {mayWrite && <CheckAddresses search={search} />}
              <Button
                variant="default"
                leftSection={<IconInbox size={16} stroke={1.75} aria-hidden />}
                renderRoot={(props) => <Link to="/contacts/proposals" {...props} />}
              >
                {t.text('contacts.proposals.title')}
              </Button>
              {add}
            </>
          }
        >
          <SavedViews list="contacts" path="/contacts" />
          <FilterChip
            isOn={search.ground === 'missing'}
            onClick={() => change({ ground: search.ground === 'missing' ? undefined : 'missing' })}
          >
            {t.text('contacts.chip.groundMissing')}
          </FilterChip>
          <FilterChip
            isOn={search.status === 'former'}
            onClick={() => change({ status: search.status === 'former' ? undefined : 'former' })}
          >
            {t.text('contacts.chip.former')}
          </FilterChip>
          <FilterChip
            isOn={search.address === 'invalid'}
            isLate
            onClick={() => change({ address: search.address === 'invalid' ? undefined : 'invalid' })}
          >
            {t.text('contacts.chip.invalid')}
          </FilterChip>
          <ContactFilters search={search} change={change} />
          <SearchField label={t.text('contacts.search')} value={search.q} onChange={(q) => change({ q })} />
        </ListBar>
        <Contacts list={list} search={search} change={change} add={add} />
      </ListBody>
      {search.add && mayWrite && <ContactDialog onClose={() => change({ add: undefined })} />}
    </Page>
  );
}

interface ListProps {
  readonly list: PagedList<ContactRow>;
  readonly search: ContactSearch;
  readonly change: (to: Partial<ContactSearch>) => void;
  readonly add: ReactNode;
}

function Contacts({ list, search, change, add }: ListProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const sort = search.sort ?? 'name';
  const open = useCallback(
    (row: ContactRow) => void navigate({ to: '/contacts/$id', params: { id: row.id } }),
    [navigate],
  );
  const columns = useMemo(
    () =>
      contactColumns(t, {
        sort,
        onSort: (next) => change({ sort: next === 'name' ? undefined : next }),
        onOpen: open,
        onPrefetch: (id) => void queries.query(contactDetail(id)).catch(() => undefined),
      }),
    [t, sort, change, open, queries],
  );
  const filter = contactFilter(search);
  return (
    <RecordList
      label={t.text('contacts.title')}
      list={list}
      columns={columns}
      nameOf={(row) => row.name}
      card={(row) => <ContactCard row={row} />}
      onOpen={open}
      empty={
        Object.keys(filter).length > 0 ? (
          <NoneFits
            sentence={t.text('contacts.noneFits')}
            onClear={() => change({ ...NO_CONTACT_FILTER, q: undefined })}
          />
        ) : (
          <EmptyState sentence={t.text('contacts.none')} action={add} guide={<GuideLink page="start" />} />
        )
      }
      placeId={`contacts-${sort}-${JSON.stringify(filter)}`}
    />
  );
}
