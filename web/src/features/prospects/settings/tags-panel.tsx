import { ActionIcon, Button, Skeleton, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TagView } from '../../../api/prospect-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { refreshLists } from '../prospect-cache.js';
import classes from '../prospects.module.css';
import { tagList } from '../prospects-api.js';
import { settingsActs } from './settings-api.js';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

type Kind = TagView['kind'];

/** All tags, or all topics: rename one, merge two by giving both one name, remove one nobody needs. */
export function TagsPanel({ kind }: { readonly kind: Kind }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const list = useQuery(tagList(kind));
  const [dialog, setDialog] = useState<'new' | TagView | null>(null);
  const tags = list.data ?? [];
  const title = t.text(kind === 'tag' ? 'prospects.column.tags' : 'prospects.column.topics');
  return (
    <Panel
      title={title}
      flush
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus {...ICON} />}
            onClick={() => setDialog('new')}
          >
            {t.text(`prospects.tags.add.${kind}`)}
          </Button>
        )
      }
    >
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={44} m="md" w="auto" />}
      {list.data && tags.length === 0 && (
        <p className={classes['hint']}>{t.text(`prospects.tags.none.${kind}`)}</p>
      )}
      {tags.length > 0 && (
        <Rows label={title}>
          {tags.map((tag) => (
            <TagRow key={tag.id} tag={tag} onRename={mayWrite ? () => setDialog(tag) : null} />
          ))}
        </Rows>
      )}
      {dialog && (
        <TagDialog
          kind={kind}
          tag={dialog === 'new' ? null : dialog}
          others={tags}
          onClose={() => setDialog(null)}
        />
      )}
    </Panel>
  );
}

function TagRow({ tag, onRename }: { readonly tag: TagView; readonly onRename: (() => void) | null }) {
  const t = useMessages();
  const queries = useQueryClient();
  const mayRemove = useMay('manage');
  const [isAsking, setAsking] = useState(false);
  const { id, kind, name, prospectCount } = tag;
  const search = kind === 'tag' ? { tag: id } : { topic: id };
  return (
    <ListRow
      title={name}
      note={
        <Link to="/prospects" search={search}>
          {t.text('prospects.tags.count', { count: prospectCount })}
        </Link>
      }
    >
      {onRename && (
        <>
          <ActionIcon aria-label={t.text('prospects.tags.rename', { name })} onClick={onRename}>
            <IconPencil {...ICON} />
          </ActionIcon>
          {mayRemove && (
            <ActionIcon
              aria-label={t.text('prospects.tags.remove', { name })}
              onClick={() => setAsking(true)}
            >
              <IconTrash {...ICON} />
            </ActionIcon>
          )}
        </>
      )}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t.text('prospects.tags.remove', { name })}
        verb={t.text('prospects.tags.removeVerb')}
        onConfirm={() => settingsActs.removeTag(id).then(() => refreshLists(queries))}
      >
        {t.text('prospects.tags.removeSays', { count: prospectCount })}
      </ConfirmDialog>
    </ListRow>
  );
}

interface DialogProps {
  readonly kind: Kind;
  /** The tag that is renamed; null for a new one. */
  readonly tag: TagView | null;
  readonly others: readonly TagView[];
  readonly onClose: () => void;
}

function TagDialog({ kind, tag, others, onClose }: DialogProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { name: tag?.name ?? '' },
    validate: { name: (name) => (name.trim() === '' ? t.text('prospects.tags.nameMissing') : null) },
  });
  const act = useFormAct(form, async ({ name }, headers) => {
    if (tag) await settingsActs.renameTag(tag.id, name.trim());
    else await settingsActs.addTag({ kind, name: name.trim() }, headers);
    await refreshLists(queries);
    onClose();
  });
  const typed = form.getValues().name.trim().toLowerCase();
  const same = others.find(({ id, name }) => id !== tag?.id && name.toLowerCase() === typed);
  return (
    <FormDialog
      title={tag ? t.text('prospects.tags.rename', { name: tag.name }) : t.text(`prospects.tags.add.${kind}`)}
      verb={t.text(tag && same ? 'prospects.tags.merge' : 'app.save')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <TextInput
        label={t.text('prospects.tags.name')}
        maxLength={60}
        data-autofocus
        {...form.getInputProps('name')}
      />
      {tag && same && (
        <div role="status">
          {t.text('prospects.tags.merges', { name: same.name, count: tag.prospectCount })}
        </div>
      )}
    </FormDialog>
  );
}
