import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { DoublesLink } from '../../../ui/list-links.js';
import { ListBar, ListBody } from '../../../ui/list-page.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ExportMenu } from '../../../ui/record-list-bar.js';
import { SavedViews } from '../../../ui/saved-views.js';
import { SearchField } from '../../../ui/search-field.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import { AddDialog } from '../add/add-dialog.js';
import { type ProspectSearch, scopeOf } from '../prospect-search.js';
import { exportAddress, prospectCounts } from '../prospects-api.js';
import { BulkJobCard } from './bulk-job.js';
import { ColumnsMenu } from './columns-menu.js';
import { ProspectFilters } from './filters.js';
import { MoreProspects } from './more-prospects.js';
import { PastActsMenu } from './past-acts-menu.js';
import { PeekPanel } from './peek-panel.js';
import { ProspectList } from './prospect-list.js';
import { StatusChips } from './status-chips.js';
import { useWorkingList } from './use-working-list.js';

/** What changes without a step to go back to. */
const PASSING = ['q', 'peek'] as const;

/** All prospects: what is chosen stands in the address, so going back and sending the link show the same. */
export function ProspectsPage() {
  const t = useMessages();
  const mayWrite = useMay('write');
  const search = useSearch({ from: '/frame/prospects' });
  const { data: counts } = useQuery(prospectCounts(scopeOf(search)));
  const working = useWorkingList(search);
  const change = useSearchChange<ProspectSearch>(useNavigate({ from: '/prospects' }), PASSING);
  const { bulk, size } = working;
  return (
    <Page fill>
      <PageHeader
        title={t.text('prospects.title')}
        note={counts && t.text('prospects.counts', { all: countInWords(counts.all, true, t) })}
      />
      <ListBody>
        <ListBar
          label={t.text('prospects.filter.bar')}
          end={
            <>
              <PastActsMenu acts={bulk.past} onUndo={(act) => void bulk.undo(act)} />
              <ColumnsMenu search={search} change={change} />
              <DoublesLink kind="site" />
              <ExportMenu addressOf={(format) => exportAddress(search, format)} />
              {mayWrite && <Begin onAdd={() => change({ add: true })} />}
            </>
          }
        >
          <SavedViews list="prospects" path="/prospects" />
          <StatusChips search={search} counts={counts} change={change} />
          <ProspectFilters search={search} change={change} />
          <SearchField label={t.text('prospects.search')} value={search.q} onChange={(q) => change({ q })} />
        </ListBar>
        <ProspectList working={working} search={search} change={change} />
      </ListBody>
      {bulk.job && size === 0 && <BulkJobCard job={bulk.job} onEnd={bulk.ended} onClose={bulk.close} />}
      {search.peek && <PeekPanel id={search.peek} onClose={() => change({ peek: undefined })} />}
      {search.add && mayWrite && <AddDialog onClose={() => change({ add: undefined })} />}
    </Page>
  );
}

function Begin({ onAdd }: { readonly onAdd: () => void }) {
  const t = useMessages();
  return (
    <>
      <MoreProspects />
      <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={onAdd}>
        {t.text('prospects.add.title')}
      </Button>
    </>
  );
}
