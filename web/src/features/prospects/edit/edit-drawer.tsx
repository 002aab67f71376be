import { Button, Drawer, Group, Select, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProspectChange, ProspectRow } from '../../../api/prospect-views.js';
import { PROSPECT_STATUSES } from '../../../api/prospect-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countryOptions, languageOptions } from '../../../i18n/places.js';
import { ownFieldList } from '../prospects-api.js';
import { OwnFieldInput } from './own-field-input.js';
import { changeBetween } from './prospect-change.js';
import { TagNamesInput } from './tag-names-input.js';
import { useSave, useWriters } from './use-save.js';

interface Props {
  readonly row: ProspectRow;
  /** The whole notes, where they are known; a row of the list holds only their beginning. */
  readonly notes?: string;
  readonly onClose: () => void;
}

/** Everything a person may say of a prospect, in one form; only what was touched is sent. */
export function EditDrawer({ row, notes, onClose }: Props) {
  const t = useMessages();
  const save = useSave();
  const writers = useWriters();
  const fields = useQuery(ownFieldList).data ?? [];
  const [before] = useState<ProspectChange>(() => formOf(row, notes));
  const [draft, setDraft] = useState(before);
  const [isSaving, setSaving] = useState(false);
  const change = (to: ProspectChange) => setDraft((now) => ({ ...now, ...to }));
  const submit = async () => {
    const said = changeBetween(before, draft);
    if (Object.keys(said).length === 0) {
      onClose();
      return;
    }
    setSaving(true);
    const isKept = await save(row, said);
    setSaving(false);
    if (isKept) onClose();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t.text('prospects.edit.of', { host: row.displayHost })}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <Select
            label={t.text('prospects.column.status')}
            data={PROSPECT_STATUSES.map((value) => ({ value, label: t.text(`prospects.status.${value}`) }))}
            value={draft.status ?? null}
            allowDeselect={false}
            onChange={(status) => status && change({ status })}
            data-autofocus
          />
          <Select
            label={t.text('prospects.column.owner')}
            data={writers.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.ownerMemberId ?? null}
            onChange={(ownerMemberId) => change({ ownerMemberId })}
            clearable
          />
          <TagNamesInput kind="tag" value={draft.tags ?? []} onChange={(tags) => change({ tags })} />
          <TagNamesInput kind="topic" value={draft.topics ?? []} onChange={(topics) => change({ topics })} />
          <Select
            label={t.text('prospects.column.language')}
            data={languageOptions(t, row.language)}
            value={draft.language ?? null}
            onChange={(language) => change({ language })}
            searchable
            clearable
          />
          <Select
            label={t.text('prospects.column.country')}
            data={countryOptions(t)}
            value={draft.country ?? null}
            onChange={(country) => change({ country })}
            searchable
            clearable
          />
          {fields.map((field) => (
            <OwnFieldInput
              key={field.id}
              field={field}
              value={draft.custom?.[field.fieldKey] ?? null}
              onChange={(value) => change({ custom: { ...draft.custom, [field.fieldKey]: value } })}
            />
          ))}
          {notes !== undefined && (
            <Textarea
              label={t.text('prospects.notes')}
              autosize
              minRows={3}
              maxLength={10_000}
              value={draft.notes ?? ''}
              onChange={(event) => change({ notes: event.currentTarget.value })}
            />
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={isSaving}>
              {t.text('app.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

function formOf(row: ProspectRow, notes: string | undefined): ProspectChange {
  return {
    status: row.status,
    ownerMemberId: row.ownerMemberId,
    language: row.language,
    country: row.country,
    tags: row.tags.map(({ name }) => name),
    topics: row.topics.map(({ name }) => name),
    custom: row.custom,
    ...(notes === undefined ? {} : { notes }),
  };
}
