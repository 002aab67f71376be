import { Select } from '@mantine/core';
import { query } from '../../../api/client.js';
import type { ImportOptions } from '../../../api/import-views.js';
import { COMPENSATIONS, PLACEMENT_TYPES } from '../../../api/placement-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from '../imports.module.css';

interface Props {
  readonly options: ImportOptions;
  readonly onChange: (next: ImportOptions) => void;
}

/** What holds for rows that say nothing of their own. */
export function DefaultsFields({ options, onChange }: Props) {
  const t = useMessages();
  const clients = query.useQuery('get', '/api/v1/clients').data?.items ?? [];
  return (
    <div className={classes['three']}>
      <Select
        label={t.text('imports.field.brand')}
        description={t.text('imports.defaults.brandHint')}
        placeholder={t.text('imports.defaults.byTarget')}
        data={clients.map((client) => ({
          group: client.name,
          items: client.brands
            .filter((brand) => brand.archivedAt === null)
            .map((brand) => ({ value: brand.id, label: brand.name })),
        }))}
        value={options.brandId ?? null}
        searchable
        clearable
        onChange={(brandId) => onChange({ ...options, brandId })}
      />
      <Select
        label={t.text('imports.field.type')}
        description={t.text('imports.defaults.typeHint')}
        data={PLACEMENT_TYPES.map((value) => ({ value, label: t.text(`words.type.${value}`) }))}
        value={options.type}
        allowDeselect={false}
        onChange={(type) => type && onChange({ ...options, type })}
      />
      <Select
        label={t.text('imports.field.compensation')}
        description={t.text('imports.defaults.compensationHint')}
        data={COMPENSATIONS.map((value) => ({ value, label: t.text(`words.compensation.${value}`) }))}
        value={options.compensation}
        allowDeselect={false}
        onChange={(compensation) => compensation && onChange({ ...options, compensation })}
      />
    </div>
  );
}
