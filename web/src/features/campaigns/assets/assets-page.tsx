import { Button, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { FilterChip, ListBar, ListBody } from '../../../ui/list-page.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { RecordList } from '../../../ui/record-list.js';
import list from '../../../ui/record-list.module.css';
import { FilterButton, FilterChoice } from '../../../ui/record-list-bar.js';
import { toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import { assetColumns } from './asset-columns.js';
import { AssetDialog } from './asset-dialog.js';
import { ASSET_STATUSES, ASSET_TYPES, type AssetSearch } from './asset-search.js';
import { ASSETS, type Asset, assetActs, assetList } from './assets-api.js';

const route = getRouteApi('/frame/assets');

/** What the brands have that others like to link to. */
export function AssetsPage() {
  const t = useMessages();
  const search = route.useSearch();
  const mayWrite = useMay('write');
  const [opened, setOpened] = useState<Asset | null>(null);
  const found = useInfiniteQuery(assetList(search));
  const shelve = useShelving();
  const change = useSearchChange<AssetSearch>(route.useNavigate());
  const columns = useMemo(
    () => assetColumns(t, { mayWrite, onOpen: setOpened, onShelve: (asset) => void shelve(asset) }),
    [t, mayWrite, shelve],
  );
  const add = mayWrite && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={() => change({ add: true })}
    >
      {t.text('tasks.assets.add')}
    </Button>
  );
  const { add: _, ...filter } = search;
  const isNarrow = Object.keys(filter).length > 0;
  return (
    <Page fill>
      <PageHeader title={t.text('tasks.assets.title')} />
      <ListBody>
        <ListBar label={t.text('tasks.assets.bar')} end={add}>
          {ASSET_STATUSES.map((status) => (
            <FilterChip
              key={status}
              isOn={search.status === status}
              isLate={status !== 'ready'}
              onClick={() => change({ status: search.status === status ? undefined : status })}
            >
              {t.text(`tasks.assets.status.${status}`)}
            </FilterChip>
          ))}
          <FilterChip
            isOn={search.archived === true}
            isLate
            onClick={() => change({ archived: search.archived ? undefined : true })}
          >
            {t.text('tasks.assets.archived')}
          </FilterChip>
          <FilterButton inUse={search.type === undefined ? 0 : 1} onClear={() => change({ type: undefined })}>
            <FilterChoice
              label={t.text('tasks.assets.field.type')}
              data={ASSET_TYPES.map((value) => ({ value, label: t.text(`tasks.assets.type.${value}`) }))}
              value={search.type}
              onChange={(type) => change({ type })}
            />
          </FilterButton>
        </ListBar>
        <RecordList
          label={t.text('tasks.assets.title')}
          list={found}
          columns={columns}
          nameOf={(asset) => asset.title}
          card={(asset) => <AssetCard asset={asset} onOpen={setOpened} />}
          onOpen={setOpened}
          empty={
            <EmptyState
              sentence={t.text(isNarrow ? 'tasks.assets.noneFits' : 'tasks.assets.none')}
              action={add}
            />
          }
          placeId={`assets-${JSON.stringify(filter)}`}
        />
      </ListBody>
      {search.add && mayWrite && <AssetDialog onClose={() => change({ add: undefined })} />}
      {opened && mayWrite && <AssetDialog asset={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}

/** Archives an asset, or brings it back; either can be taken back for ten seconds. */
function useShelving() {
  const t = useMessages();
  const queries = useQueryClient();
  return useCallback(
    async ({ id, title, archivedAt }: Asset) => {
      const [act, back] =
        archivedAt === null
          ? ([assetActs.archive, assetActs.restore] as const)
          : ([assetActs.restore, assetActs.archive] as const);
      const run = async (one: typeof act) => {
        await one(id);
        await queries.invalidateQueries({ queryKey: ASSETS });
      };
      try {
        await run(act);
        const did = archivedAt === null ? 'tasks.assets.didArchive' : 'tasks.assets.didRestore';
        toastWithUndo(t, t.text(did, { title }), () => run(back));
      } catch (error) {
        toastProblem(t, error);
      }
    },
    [t, queries],
  );
}

function AssetCard({ asset, onOpen }: { readonly asset: Asset; readonly onOpen: (asset: Asset) => void }) {
  const t = useMessages();
  return (
    <>
      <UnstyledButton className={list['cardLink'] ?? ''} onClick={() => onOpen(asset)}>
        {asset.title}
      </UnstyledButton>
      <div className={list['cardNote']}>
        {t.text(`tasks.assets.type.${asset.type}`)} · {asset.brandName}
      </div>
      <div className={list['cardChips']}>
        <span>{t.text(`tasks.assets.status.${asset.status}`)}</span>
        <span>{t.text('tasks.assets.pitches', { count: asset.pitchCount, won: asset.wonCount })}</span>
      </div>
    </>
  );
}
