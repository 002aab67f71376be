import { Button, Select, Skeleton, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { withoutNothing } from '../../../ui/address-words.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { SearchField } from '../../../ui/search-field.js';
import type { TemplateSearch } from '../template-search.js';
import type { TemplateRow } from '../template-views.js';
import classes from '../templates.module.css';
import { kindNames, templateList } from '../templates-api.js';
import { TemplateDialog } from './template-dialog.js';

const route = getRouteApi('/frame/templates');

/** All templates, by kind and language. */
export function TemplatesPage() {
  const t = useMessages();
  const mayWrite = useMay('write');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(templateList(search));
  const { data: kinds = [] } = useQuery(kindNames);
  const narrow = (change: Partial<Record<keyof TemplateSearch, unknown>>) =>
    void navigate({ search: withoutNothing({ ...search, ...change }) as TemplateSearch, replace: true });
  const isNarrowed = Object.keys(search).length > 0;
  return (
    <Page>
      <PageHeader
        title={t.text('templates.title')}
        note={data && t.text('templates.count', { count: data.items.length })}
      />
      <div className={classes['bar']} role="toolbar" aria-label={t.text('templates.bar')}>
        <SearchField
          label={t.text('templates.search')}
          value={search.search}
          onChange={(words) => narrow({ search: words })}
        />
        <Select
          aria-label={t.text('templates.kind')}
          placeholder={t.text('templates.everyKind')}
          clearable
          data={kinds.map(({ key, name }) => ({ value: key, label: name }))}
          value={search.kind ?? null}
          onChange={(kind) => narrow({ kind: kind ?? undefined })}
        />
        <Select
          aria-label={t.text('templates.locale')}
          placeholder={t.text('templates.everyLocale')}
          clearable
          data={[
            { value: 'en', label: t.text('templates.locales.en') },
            { value: 'nl', label: t.text('templates.locales.nl') },
          ]}
          value={search.locale ?? null}
          onChange={(locale) => narrow({ locale: locale ?? undefined })}
        />
        <Switch
          label={t.text('templates.archivedOnes')}
          checked={search.archived === true}
          onChange={(event) => narrow({ archived: event.currentTarget.checked || undefined })}
        />
        <div className={classes['barEnd']}>
          <Button variant="default" component={Link} to="/templates/snippets">
            {t.text('templates.snippets')}
          </Button>
          <Button variant="default" component={Link} to="/templates/starters">
            {t.text('templates.starters')}
          </Button>
          {mayWrite && (
            <Button
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t.text('templates.add')}
            </Button>
          )}
        </div>
      </div>
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={280} radius="lg" />}
      {data?.items.length === 0 && (
        <EmptyState
          sentence={t.text(isNarrowed ? 'templates.noneFits' : 'templates.none')}
          action={
            !isNarrowed && (
              <Button component={Link} to="/templates/starters">
                {t.text('templates.toStarters')}
              </Button>
            )
          }
        />
      )}
      {groupsOf(data?.items ?? []).map(([kind, rows]) => (
        <Panel
          key={kind ?? ''}
          title={kinds.find(({ key }) => key === kind)?.name ?? kind ?? t.text('templates.anyKind')}
          flush
        >
          <ul className={classes['list']}>
            {rows.map((row) => (
              <li key={row.id}>
                <Row row={row} />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      {isAdding && <TemplateDialog kind={search.kind ?? null} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Row({ row }: { readonly row: TemplateRow }) {
  const t = useMessages();
  return (
    <Link to="/templates/$id" params={{ id: row.id }} className={classes['row']}>
      <span className={classes['rowMain']}>
        <span className={classes['name']}>{row.name}</span>
        <span className={classes['quiet']}>{row.subject}</span>
      </span>
      <span className={classes['rowAside']}>
        <span className={classes['tag']}>{t.text(`templates.purposes.${row.purpose}`)}</span>
        <span className={classes['tag']}>{t.text(`templates.locales.${row.locale}`)}</span>
        {row.formOfAddress !== 'none' && (
          <span className={classes['tag']}>{t.text(`templates.forms.${row.formOfAddress}`)}</span>
        )}
        {row.clientName && <span className={classes['tag']}>{row.clientName}</span>}
        <span className={classes['quiet']}>
          {t.text('templates.versionNo', { no: row.versionNo })} · <RelativeTime at={row.updatedAt} />
        </span>
      </span>
    </Link>
  );
}

function groupsOf(rows: readonly TemplateRow[]): [string | null, TemplateRow[]][] {
  const groups = new Map<string | null, TemplateRow[]>();
  for (const row of rows) groups.set(row.kind, [...(groups.get(row.kind) ?? []), row]);
  return [...groups];
}
