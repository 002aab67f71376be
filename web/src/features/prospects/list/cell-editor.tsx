import { Button, Group, Popover, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CustomValue, OwnField, ProspectChange, ProspectRow } from '../../../api/prospect-views.js';
import { PROSPECT_STATUSES, type ProspectStatus } from '../../../api/prospect-words.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countryOptions, languageOptions } from '../../../i18n/places.js';
import { OwnFieldInput } from '../edit/own-field-input.js';
import { TagNamesInput } from '../edit/tag-names-input.js';
import { useSave, useWriters } from '../edit/use-save.js';
import classes from '../prospects.module.css';
import { ownFieldList } from '../prospects-api.js';

/** A field that can be edited in its cell; own fields as `c.<key>`. */
export type EditedField = 'status' | 'owner' | 'tags' | 'topics' | 'language' | 'country' | `c.${string}`;

/** The cell that is edited now. */
export interface Editing {
  readonly row: ProspectRow;
  readonly field: EditedField;
}

interface Props {
  readonly editing: Editing;
  readonly onClose: () => void;
}

/** One editor for all cells: it floats at the cell, keeps what is chosen, and gives the focus back to the row. */
export function CellEditor({ editing, onClose }: Props) {
  const { row, field } = editing;
  const t = useMessages();
  const save = useSave();
  const fields = useQuery(ownFieldList).data ?? [];
  const [place] = useState(() => cellOf(row.id, field)?.getBoundingClientRect());
  const close = () => {
    onClose();
    cellOf(row.id, 'site')?.focus({ preventScroll: true });
  };
  const keep = (change: ProspectChange) => {
    close();
    void save(row, change);
  };
  const own = fields.find(({ fieldKey }) => field === `c.${fieldKey}`);
  const { left = 24, top = 80, width = 0, height = 0 } = place ?? {};
  return (
    <Popover
      opened
      onDismiss={close}
      onClose={close}
      position="bottom-start"
      width={280}
      trapFocus
      withRoles={false}
      withinPortal
    >
      <Popover.Target>
        <span className={classes['anchor']} style={{ left, top, width, height }} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t.text('prospects.edit.of', { host: row.displayHost })}>
        {own ? <OwnEditor field={own} row={row} onKeep={keep} onClose={close} /> : null}
        {field === 'tags' && <TagsEditor kind="tag" row={row} onKeep={keep} onClose={close} />}
        {field === 'topics' && <TagsEditor kind="topic" row={row} onKeep={keep} onClose={close} />}
        {isChoice(field) && <Choice field={field} row={row} onKeep={keep} />}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Where a cell of a row stands; the row's own link where that column is not shown. */
function cellOf(id: string, field: string): HTMLElement | null {
  const at = (name: string) => document.querySelector<HTMLElement>(`[data-cell="${id} ${name}"]`);
  return at(field) ?? at('site');
}

type ChoiceField = 'status' | 'owner' | 'language' | 'country';

function isChoice(field: EditedField): field is ChoiceField {
  return ['status', 'owner', 'language', 'country'].includes(field);
}

interface EditorProps {
  readonly row: ProspectRow;
  readonly onKeep: (change: ProspectChange) => void;
}

function Choice({ field, row, onKeep }: EditorProps & { readonly field: ChoiceField }) {
  const t = useMessages();
  const writers = useWriters();
  const { data, value, change } = choiceOf(field, row, writers, t);
  return (
    <Select
      label={t.text(`prospects.column.${field}`)}
      data={data}
      value={value}
      onChange={(next) => onKeep(change(next))}
      comboboxProps={{ withinPortal: false }}
      searchable
      clearable={field !== 'status'}
      selectFirstOptionOnChange
      defaultDropdownOpened
      data-autofocus
    />
  );
}

/** What may be chosen for a field, what it is now, and what choosing means. */
function choiceOf(
  field: ChoiceField,
  row: ProspectRow,
  writers: readonly { readonly id: string; readonly name: string }[],
  t: Messages,
) {
  switch (field) {
    case 'status':
      return {
        data: PROSPECT_STATUSES.map((status) => ({
          value: status,
          label: t.text(`prospects.status.${status}`),
        })),
        value: row.status,
        change: (next: string | null): ProspectChange => ({ status: (next ?? row.status) as ProspectStatus }),
      };
    case 'owner':
      return {
        data: writers.map(({ id, name }) => ({ value: id, label: name })),
        value: row.ownerMemberId,
        change: (next: string | null): ProspectChange => ({ ownerMemberId: next }),
      };
    case 'language':
      return {
        data: languageOptions(t, row.language),
        value: row.language,
        change: (next: string | null): ProspectChange => ({ language: next }),
      };
    case 'country':
      return {
        data: countryOptions(t),
        value: row.country,
        change: (next: string | null): ProspectChange => ({ country: next }),
      };
  }
}

interface FormProps extends EditorProps {
  readonly onClose: () => void;
}

function TagsEditor({ kind, row, onKeep, onClose }: FormProps & { readonly kind: 'tag' | 'topic' }) {
  const key = kind === 'tag' ? 'tags' : 'topics';
  const [names, setNames] = useState(() => row[key].map(({ name }) => name));
  return (
    <EditorForm onSubmit={() => onKeep({ [key]: names })} onClose={onClose}>
      <TagNamesInput kind={kind} value={names} onChange={setNames} autoFocus />
    </EditorForm>
  );
}

function OwnEditor({ field, row, onKeep, onClose }: FormProps & { readonly field: OwnField }) {
  const [value, setValue] = useState<CustomValue | null>(row.custom[field.fieldKey] ?? null);
  return (
    <EditorForm onSubmit={() => onKeep({ custom: { [field.fieldKey]: value } })} onClose={onClose}>
      <OwnFieldInput field={field} value={value} onChange={setValue} autoFocus />
    </EditorForm>
  );
}

function EditorForm({
  onSubmit,
  onClose,
  children,
}: {
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useMessages();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack gap="sm">
        {children}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t.text('app.cancel')}
          </Button>
          <Button type="submit">{t.text('app.save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
