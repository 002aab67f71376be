import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { api, bodyOf } from '../api/client.js';
import type { components } from '../api/schema.generated.js';
import { useMay } from '../app/session/session.js';
import type { Messages } from '../i18n/messages.js';
import { useMessages } from '../i18n/messages-provider.js';
import { dayInWords } from '../i18n/times.js';
import { FormDialog } from './form-dialog.js';
import { Facts, Panel } from './page.js';
import { WebAddress } from './web-address.js';

type RecordKind = 'contact' | 'publisher';
type Value = string | number | boolean;
type Values = Readonly<Record<string, Value>>;

type OwnField = components['schemas']['CustomFieldView'];

function fieldsOf(recordKind: RecordKind) {
  return queryOptions({
    queryKey: ['custom-fields', recordKind] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/custom-fields', {
          params: { query: { recordKind } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
}

function valuesOf(recordKind: RecordKind, recordId: string) {
  return queryOptions({
    queryKey: ['custom-values', recordKind, recordId] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/custom-values/{recordKind}/{recordId}', {
          params: { path: { recordKind, recordId } },
          signal,
        }),
      ),
  });
}

interface Props {
  readonly kind: RecordKind;
  readonly id: string;
}

/** The team's own fields of a record; nothing where the team made none. */
export function OwnFieldsPanel({ kind, id }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isEditing, setEditing] = useState(false);
  const fields = useQuery(fieldsOf(kind)).data?.items.filter(({ archivedAt }) => archivedAt === null) ?? [];
  const { data } = useQuery({ ...valuesOf(kind, id), enabled: fields.length > 0 });
  if (fields.length === 0 || !data) return null;
  const rows = fields.map((field) => ({
    name: field.name,
    value: <Shown field={field} value={data.values[field.fieldKey]} />,
  }));
  return (
    <Panel
      title={t.text('publishers.ownFields')}
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t.text('publishers.edit')}
          </Button>
        )
      }
    >
      <Facts rows={rows} />
      {isEditing && (
        <OwnFieldsDialog
          record={{ kind, id }}
          fields={fields}
          values={data.values}
          onClose={() => setEditing(false)}
        />
      )}
    </Panel>
  );
}

function Shown({ field, value }: { readonly field: OwnField; readonly value: Value | undefined }) {
  const t = useMessages();
  if (value === undefined) return <>—</>;
  if (field.type === 'url' && typeof value === 'string') return <WebAddress url={value} />;
  return <>{inWords(field.type, value, t)}</>;
}

function inWords(type: OwnField['type'], value: Value, t: Messages): string {
  if (typeof value === 'boolean')
    return t.text(value ? 'relationships.litmus.yes' : 'relationships.litmus.no');
  if (typeof value === 'number') return new Intl.NumberFormat(t.locale).format(value);
  return type === 'date' ? dayInWords(value, t) : value;
}

interface DialogProps {
  readonly record: Props;
  readonly fields: readonly OwnField[];
  readonly values: Values;
  readonly onClose: () => void;
}

function OwnFieldsDialog({ record, fields, values, onClose }: DialogProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Readonly<Record<string, Value | null>>>({});
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    setSending(true);
    setProblem(null);
    try {
      const path = { recordKind: record.kind, recordId: record.id };
      await api.PUT('/api/v1/custom-values/{recordKind}/{recordId}', {
        params: { path },
        body: { values: typed },
      });
      await queries.invalidateQueries({ queryKey: valuesOf(record.kind, record.id).queryKey });
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <FormDialog
      title={t.text('publishers.ownFields')}
      verb={t.text('app.save')}
      onClose={onClose}
      onSubmit={(event) => void save(event)}
      isSending={isSending}
      problem={problem}
    >
      {fields.map((field) => (
        <OwnFieldInput
          key={field.fieldKey}
          field={field}
          value={
            typed[field.fieldKey] === undefined
              ? (values[field.fieldKey] ?? null)
              : (typed[field.fieldKey] ?? null)
          }
          onChange={(value) => setTyped((before) => ({ ...before, [field.fieldKey]: value }))}
        />
      ))}
    </FormDialog>
  );
}

interface InputProps {
  readonly field: OwnField;
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

function OwnFieldInput({ field, value, onChange }: InputProps) {
  const t = useMessages();
  const text = value === null ? '' : String(value);
  switch (field.type) {
    case 'number':
      return (
        <NumberInput
          label={field.name}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
          hideControls
        />
      );
    case 'yes_no':
      return (
        <Select
          label={field.name}
          data={(['yes', 'no'] as const).map((word) => ({
            value: String(word === 'yes'),
            label: t.text(`relationships.litmus.${word}`),
          }))}
          value={value === null ? null : text}
          onChange={(next) => onChange(next === null ? null : next === 'true')}
          clearable
        />
      );
    case 'choice':
      return (
        <Select
          label={field.name}
          data={[...field.choices]}
          value={value === null ? null : text}
          onChange={onChange}
          clearable
        />
      );
    case 'text':
    case 'date':
    case 'url':
      return (
        <TextInput
          label={field.name}
          type={field.type}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
  }
}
