import { ActionIcon, Button, Menu, Popover, Select, Stack, Tooltip, UnstyledButton } from '@mantine/core';
import { IconDownload, IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/messages-provider.js';
import { chipClass } from './list-page.js';

interface FilterButtonProps {
  /** How many filters narrow the list. */
  readonly inUse: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** All filters of a list behind one button; each choice is in the address at once. */
export function FilterButton({ inUse, onClear, children }: FilterButtonProps) {
  const t = useMessages();
  return (
    <Popover
      width={340}
      position="bottom-start"
      trapFocus
      returnFocus
      styles={{ dropdown: { maxHeight: 'calc(100dvh - 120px)', overflowY: 'auto' } }}
    >
      <Popover.Target>
        <UnstyledButton className={chipClass} data-on={inUse > 0 || undefined}>
          <IconFilter size={16} stroke={1.75} aria-hidden />
          <span aria-hidden>{t.text('placements.filter.title')}</span>
          {inUse > 0 && <b aria-hidden>{inUse}</b>}
          <span className="only-read">{t.text('placements.filter.button', { count: inUse })}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t.text('placements.filter.title')}>
        <Stack gap="md">
          {children}
          <Button variant="default" onClick={onClear}>
            {t.text('placements.filter.clear')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly data: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

/** One choice of a filter; nothing chosen narrows nothing. */
export function FilterChoice<Value extends string>({ label, data, value, onChange }: ChoiceProps<Value>) {
  return (
    <Select
      label={label}
      data={data.map((one) => ({ ...one }))}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      comboboxProps={{ withinPortal: false }}
      searchable={data.length > 8}
      clearable
    />
  );
}

/** Downloads the rows of the list as they are filtered, as CSV or Excel. */
export function ExportMenu({ addressOf }: { readonly addressOf: (format: 'csv' | 'xlsx') => string }) {
  const t = useMessages();
  const label = t.text('relationships.export');
  return (
    <Menu position="bottom-end">
      <Tooltip label={label}>
        <Menu.Target>
          <ActionIcon variant="default" size={32} aria-label={label}>
            <IconDownload size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        {(['csv', 'xlsx'] as const).map((format) => (
          <Menu.Item key={format} component="a" href={addressOf(format)} download>
            {t.text(`relationships.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
