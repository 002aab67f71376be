import { Button, Select, Skeleton, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import type { Snippet, TemplateLocale } from '../template-views.js';
import classes from '../templates.module.css';
import { refreshTemplates, snippetList, templateActs } from '../templates-api.js';

/** Pieces of text that templates use by their key. */
export function SnippetsPage() {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [edited, setEdited] = useState<Snippet | 'new' | null>(null);
  const { data, error, refetch } = useQuery(snippetList());
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setEdited('new')}>
      {t.text('templates.addSnippet')}
    </Button>
  );
  return (
    <Page narrow>
      <PageHeader
        title={t.text('templates.snippets')}
        parent={<Link to="/templates">{t.text('templates.title')}</Link>}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={200} radius="lg" />}
      {data?.items.length === 0 ? (
        <EmptyState sentence={t.text('templates.noSnippets')} action={add} />
      ) : (
        <div className={classes['bar']}>{add}</div>
      )}
      {data?.items.map((snippet) => (
        <SnippetPanel
          key={snippet.id}
          snippet={snippet}
          onEdit={mayWrite ? () => setEdited(snippet) : null}
        />
      ))}
      {edited && <SnippetDialog snippet={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

function SnippetPanel({
  snippet,
  onEdit,
}: {
  readonly snippet: Snippet;
  readonly onEdit: (() => void) | null;
}) {
  const t = useMessages();
  const queries = useQueryClient();
  const refresh = () => refreshTemplates(queries);
  const archive = async () => {
    try {
      await templateActs.archiveSnippet(snippet.id);
      toastWithUndo(t, t.text('templates.archivedNow', { name: snippet.key }), () =>
        templateActs.restoreSnippet(snippet.id).finally(refresh),
      );
    } catch (error) {
      toastProblem(t, error);
    }
    await refresh();
  };
  return (
    <Panel
      title={<code className={classes['key']}>{snippet.key}</code>}
      aside={`${t.text(`templates.locales.${snippet.locale}`)} · ${t.text('templates.usedBy', { count: snippet.usedBy })}`}
      flush
    >
      <pre className={classes['words']}>{snippet.body}</pre>
      {onEdit && (
        <div className={classes['cardEnd']}>
          <Button
            variant="default"
            aria-label={t.text('templates.archiveNamed', { name: snippet.key })}
            onClick={() => void archive()}
          >
            {t.text('templates.archive')}
          </Button>
          <Button
            variant="default"
            aria-label={t.text('templates.editNamed', { name: snippet.key })}
            onClick={onEdit}
          >
            {t.text('templates.edit')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface SnippetDraft extends Record<string, unknown> {
  readonly key: string;
  readonly locale: TemplateLocale;
  readonly body: string;
}

function SnippetDialog({
  snippet,
  onClose,
}: {
  readonly snippet: Snippet | null;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm<SnippetDraft>({
    initialValues: {
      key: snippet?.key ?? '',
      locale: snippet?.locale ?? t.locale,
      body: snippet?.body ?? '',
    },
    validate: {
      key: (key) => (/^[a-z][a-z0-9_]{0,39}$/.test(key) ? null : t.text('templates.keyForm')),
      body: (body) => (body.trim() === '' ? t.text('templates.bodyNeeded') : null),
    },
  });
  const act = useFormAct(form, async (values, headers) => {
    if (snippet)
      await templateActs.changeSnippet(snippet.id, { body: values.body, revision: snippet.revision });
    else await templateActs.addSnippet(values, headers);
    await refreshTemplates(queries);
    onClose();
  });
  const title = t.text(snippet ? 'templates.editSnippet' : 'templates.addSnippet');
  return (
    <FormDialog title={title} verb={t.text('app.save')} onClose={onClose} {...act}>
      <TextInput
        label={t.text('templates.key')}
        description={t.text('templates.keyWhat')}
        disabled={snippet !== null}
        maxLength={40}
        {...form.getInputProps('key')}
      />
      <Select
        label={t.text('templates.locale')}
        allowDeselect={false}
        disabled={snippet !== null}
        data={(['en', 'nl'] as const).map((value) => ({
          value,
          label: t.text(`templates.locales.${value}`),
        }))}
        {...form.getInputProps('locale')}
      />
      <Textarea
        label={t.text('templates.body')}
        autosize
        minRows={4}
        maxRows={16}
        {...form.getInputProps('body')}
      />
    </FormDialog>
  );
}
