import { ActionIcon, Button, Checkbox, MultiSelect, Popover, Stack, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { ProspectSearch } from '../prospect-search.js';
import classes from '../prospects.module.css';
import { ownFieldList } from '../prospects-api.js';
import { type ColumnKey, columnsOf, columnWords, FIXED_COLUMNS, withColumn } from './column-choice.js';
import { useMetricChoices } from './metric-choices.js';

interface Props {
  readonly search: ProspectSearch;
  readonly change: (to: Partial<ProspectSearch>) => void;
}

/** Which columns the table shows; the choice stands in the address, and so in saved views. */
export function ColumnsMenu({ search, change }: Props) {
  const t = useMessages();
  const fields = useQuery(ownFieldList).data ?? [];
  const metrics = useMetricChoices();
  const columns = columnsOf(search.cols);
  const label = t.text('prospects.columns.choose');
  const show = (next: readonly ColumnKey[]) => change({ cols: columnWords(next) });
  const box = (key: ColumnKey, name: string) => (
    <Checkbox
      key={key}
      label={name}
      checked={columns.includes(key)}
      onChange={(event) => show(withColumn(columns, key, event.currentTarget.checked))}
    />
  );
  const chosen = columns.filter((key) => key.startsWith('m.'));
  return (
    <Popover
      width={300}
      position="bottom-end"
      trapFocus
      returnFocus
      styles={{ dropdown: { maxHeight: 'calc(100dvh - 120px)', overflowY: 'auto' } }}
    >
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon variant="default" size={32} aria-label={label}>
            <IconColumns3 size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="sm">
          {FIXED_COLUMNS.map((key) => box(key, t.text(`prospects.column.${key}`)))}
          <MultiSelect
            label={t.text('prospects.columns.metrics')}
            data={metrics}
            value={chosen.map((key) => key.slice(2))}
            onChange={(next) => {
              const others = columns.filter((key) => !key.startsWith('m.'));
              show(
                next.reduce<readonly ColumnKey[]>(
                  (all, metric) => withColumn(all, `m.${metric}`, true),
                  others,
                ),
              );
            }}
            comboboxProps={{ withinPortal: false }}
            searchable
          />
          {fields.length > 0 && <p className={classes['group']}>{t.text('prospects.columns.own')}</p>}
          {fields.map(({ fieldKey, name }) => box(`c.${fieldKey}`, name))}
          <Button variant="default" onClick={() => change({ cols: undefined })}>
            {t.text('prospects.columns.usual')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
