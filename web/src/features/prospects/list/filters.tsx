import { Checkbox, Group, MultiSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OwnField } from '../../../api/prospect-views.js';
import { RELATIONSHIP_STAGES } from '../../../api/prospect-words.js';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countryOptions, languageOptions } from '../../../i18n/places.js';
import { joined, parted } from '../../../ui/address-words.js';
import { FilterButton, FilterChoice } from '../../../ui/record-list-bar.js';
import { OwnFieldInput } from '../edit/own-field-input.js';
import { useWriters } from '../edit/use-save.js';
import { FIT_FILTERS, filtersInUse, NO_FILTER, type ProspectSearch } from '../prospect-search.js';
import { ownFieldList, tagList } from '../prospects-api.js';
import { useMetricChoices } from './metric-choices.js';

interface Props {
  readonly search: ProspectSearch;
  readonly change: (to: Partial<ProspectSearch>) => void;
}

/** All filters of prospects behind one button; each choice is in the address at once. */
export function ProspectFilters({ search, change }: Props) {
  const t = useMessages();
  const writers = useWriters();
  const yesNo = [
    { value: 'yes', label: t.text('prospects.yes') },
    { value: 'no', label: t.text('prospects.no') },
  ] as const;
  return (
    <FilterButton inUse={filtersInUse(search)} onClear={() => change(NO_FILTER)}>
      <TagFilter kind="tag" search={search} change={change} />
      <TagFilter kind="topic" search={search} change={change} />
      <FilterChoice
        label={t.text('prospects.column.owner')}
        data={[
          { value: 'none', label: t.text('prospects.nobody') },
          ...writers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={search.owner}
        onChange={(owner) => change({ owner })}
      />
      <Group grow gap="sm">
        <FilterChoice
          label={t.text('prospects.column.language')}
          data={languageOptions(t)}
          value={search.language}
          onChange={(language) => change({ language })}
        />
        <FilterChoice
          label={t.text('prospects.column.country')}
          data={countryOptions(t)}
          value={search.country}
          onChange={(country) => change({ country })}
        />
      </Group>
      <Group grow gap="sm">
        <FilterChoice
          label={t.text('prospects.column.fit')}
          data={FIT_FILTERS.map((value) => ({
            value,
            label:
              value === 'unanswered'
                ? t.text('prospects.fit.unanswered')
                : t.text('prospects.fit.atLeast', { count: Number(value) }),
          }))}
          value={search.fit}
          onChange={(fit) => change({ fit })}
        />
        <FilterChoice
          label={t.text('prospects.column.stage')}
          data={RELATIONSHIP_STAGES.map((value) => ({ value, label: t.text(`prospects.stage.${value}`) }))}
          value={search.stage}
          onChange={(stage) => change({ stage })}
        />
      </Group>
      <Group grow gap="sm">
        <FilterChoice
          label={t.text('prospects.filter.hasContact')}
          data={yesNo}
          value={search.hasContact}
          onChange={(hasContact) => change({ hasContact })}
        />
        <FilterChoice
          label={t.text('prospects.doNotContact')}
          data={yesNo}
          value={search.doNotContact}
          onChange={(doNotContact) => change({ doNotContact })}
        />
      </Group>
      <Touched search={search} change={change} />
      <Measured search={search} change={change} />
      <OwnFilter search={search} change={change} />
      <ClientFilter search={search} change={change} />
      <Checkbox
        label={t.text('prospects.filter.archived')}
        checked={search.archived === true}
        onChange={(event) => change({ archived: event.currentTarget.checked || undefined })}
      />
    </FilterButton>
  );
}

function TagFilter({ kind, search, change }: Props & { readonly kind: 'tag' | 'topic' }) {
  const t = useMessages();
  const known = useQuery(tagList(kind)).data ?? [];
  return (
    <MultiSelect
      label={t.text(kind === 'tag' ? 'prospects.column.tags' : 'prospects.column.topics')}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={parted(search[kind])}
      onChange={(ids) => change({ [kind]: joined(ids) })}
      comboboxProps={{ withinPortal: false }}
      openOnFocus={false}
      searchable
      clearable
    />
  );
}

function Touched({ search, change }: Props) {
  const t = useMessages();
  return (
    <Group grow gap="sm">
      <TextInput
        type="date"
        label={t.text('prospects.filter.touchedAfter')}
        value={search.touchedAfter ?? ''}
        onChange={(event) => change({ touchedAfter: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t.text('prospects.filter.touchedBefore')}
        value={search.touchedBefore ?? ''}
        onChange={(event) => change({ touchedBefore: event.currentTarget.value || undefined })}
      />
    </Group>
  );
}

function Measured({ search, change }: Props) {
  const t = useMessages();
  const choices = useMetricChoices();
  const limit = (next: string | number) => (typeof next === 'number' ? next : undefined);
  return (
    <>
      <FilterChoice
        label={t.text('prospects.filter.metric')}
        data={choices}
        value={search.metric}
        onChange={(metric) => change({ metric, metricFrom: undefined, metricTo: undefined })}
      />
      {search.metric && (
        <Group grow gap="sm">
          <NumberInput
            label={t.text('prospects.filter.from')}
            value={search.metricFrom ?? ''}
            onChange={(next) => change({ metricFrom: limit(next) })}
            hideControls
          />
          <NumberInput
            label={t.text('prospects.filter.to')}
            value={search.metricTo ?? ''}
            onChange={(next) => change({ metricTo: limit(next) })}
            hideControls
          />
        </Group>
      )}
    </>
  );
}

function OwnFilter({ search, change }: Props) {
  const t = useMessages();
  const fields = useQuery(ownFieldList).data ?? [];
  const [key = '', ...rest] = search.own?.split(':') ?? [];
  const field = fields.find(({ fieldKey }) => fieldKey === key);
  if (fields.length === 0) return null;
  return (
    <>
      <FilterChoice
        label={t.text('prospects.ownField')}
        data={fields.map(({ fieldKey, name }) => ({ value: fieldKey, label: name }))}
        value={field?.fieldKey}
        onChange={(next) => change({ own: next && `${next}:` })}
      />
      {field && (
        <OwnFieldInput
          field={field}
          value={readOwn(field, rest.join(':'))}
          onChange={(value) => change({ own: `${field.fieldKey}:${value ?? ''}` })}
        />
      )}
    </>
  );
}

function readOwn(field: OwnField, text: string) {
  if (text === '') return null;
  if (field.type === 'number') return Number(text);
  return field.type === 'yes_no' ? text === 'true' : text;
}

function ClientFilter({ search, change }: Props) {
  const t = useMessages();
  const { clients } = useScope();
  return (
    <>
      <FilterChoice
        label={t.text('prospects.filter.client')}
        data={clients.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.client}
        onChange={(client) => change({ client, brand: undefined })}
      />
      {search.client && (
        <FilterChoice
          label={t.text('prospects.filter.excluded')}
          data={[
            { value: 'show', label: t.text('prospects.filter.excludedShow') },
            { value: 'only', label: t.text('prospects.filter.excludedOnly') },
          ]}
          value={search.excluded}
          onChange={(excluded) => change({ excluded })}
        />
      )}
    </>
  );
}
