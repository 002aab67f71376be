import { Button, Select, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { idempotencyKey } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { withoutNothing } from '../../../ui/address-words.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import type { TemplateSearch } from '../template-search.js';
import type { TemplateStarter } from '../template-views.js';
import classes from '../templates.module.css';
import { kindNames, refreshTemplates, templateActs, templateStarters } from '../templates-api.js';

const route = getRouteApi('/frame/templates/starters');

/** Starter templates of every kind, to read and to copy. */
export function StartersPage() {
  const t = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const locale = search.locale ?? t.locale;
  const { data: kinds = [] } = useQuery(kindNames);
  const kind = search.kind ?? kinds[0]?.key;
  const { data, error, refetch } = useQuery({
    ...templateStarters(withoutNothing({ kind, locale })),
    enabled: kind !== undefined,
  });
  const narrow = (change: Partial<TemplateSearch>) =>
    void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <Page>
      <PageHeader
        title={t.text('templates.starters')}
        parent={<Link to="/templates">{t.text('templates.title')}</Link>}
      />
      <div className={classes['bar']} role="toolbar" aria-label={t.text('templates.bar')}>
        <Select
          aria-label={t.text('templates.kind')}
          allowDeselect={false}
          data={kinds.map(({ key, name }) => ({ value: key, label: name }))}
          value={kind ?? null}
          onChange={(value) => value && narrow({ kind: value })}
        />
        <Select
          aria-label={t.text('templates.locale')}
          allowDeselect={false}
          data={(['en', 'nl'] as const).map((value) => ({
            value,
            label: t.text(`templates.locales.${value}`),
          }))}
          value={locale}
          onChange={(value) => value && narrow({ locale: value })}
        />
      </div>
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={280} radius="lg" />}
      <div className={classes['gallery']}>
        {data?.items.map((starter) => (
          <Starter key={starter.key} starter={starter} />
        ))}
      </div>
    </Page>
  );
}

function Starter({ starter }: { readonly starter: TemplateStarter }) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const mayWrite = useMay('write');
  const [isCopying, setCopying] = useState(false);
  const copy = async () => {
    setCopying(true);
    try {
      const made = await templateActs.add({ starter: starter.key }, idempotencyKey());
      await refreshTemplates(queries);
      await navigate({ to: '/templates/$id', params: { id: made.id } });
    } catch (error) {
      toastProblem(t, error);
      setCopying(false);
    }
  };
  return (
    <Panel title={starter.name} aside={t.text(`templates.purposes.${starter.purpose}`)} flush>
      {starter.note && <p className={classes['words']}>{starter.note}</p>}
      <pre className={classes['words']}>{`${starter.subjects[0] ?? ''}\n\n${starter.body}`}</pre>
      {mayWrite && (
        <div className={classes['cardEnd']}>
          <Button variant="default" loading={isCopying} onClick={() => void copy()}>
            {t.text('templates.copyStarter')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
