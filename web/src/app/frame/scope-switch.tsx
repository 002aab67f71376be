import { ActionIcon, Combobox, ScrollArea, UnstyledButton, useCombobox } from '@mantine/core';
import { IconSelector, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import { useScope } from '../session/scope.js';
import classes from './frame.module.css';

/** Which client or brand all pages are about. It stands in the address, so a link to a colleague shows the same. */
export function ScopeSwitch({ isIcon = false }: { readonly isIcon?: boolean }) {
  const t = useMessages();
  const { client, brand, clients, choose } = useScope();
  const [search, setSearch] = useState('');
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => box.focusSearchInput(),
  });
  const matches = (name: string) => name.toLowerCase().includes(search.trim().toLowerCase());
  const shown = brand?.name ?? client?.name ?? t.text('app.scope.all');
  const label = t.text('app.scope.label', { name: brand ? `${shown} ${brand.siteKey}` : shown });
  const groups = clients
    .map((one) => ({
      one,
      brands: one.brands.filter((each) => !each.archivedAt && (matches(each.name) || matches(one.name))),
    }))
    .filter(({ one, brands }) => brands.length > 0 || matches(one.name));

  const onChosen = (value: string) => {
    const [kind, id = ''] = value.split(':');
    const owner = clients.find((one) => one.brands.some((each) => each.id === id));
    choose(
      kind === 'client'
        ? { client: id }
        : kind === 'brand'
          ? { brand: id, ...(owner ? { client: owner.id } : {}) }
          : {},
    );
    box.closeDropdown();
  };
  return (
    <Combobox store={box} onOptionSubmit={onChosen} width={260} position="bottom-start">
      <Combobox.Target targetType="button">
        {isIcon ? (
          <ActionIcon size={36} onClick={() => box.toggleDropdown()} aria-label={label}>
            <IconWorld size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        ) : (
          <UnstyledButton
            className={classes['scope'] ?? ''}
            onClick={() => box.toggleDropdown()}
            aria-label={label}
          >
            <IconWorld size={16} stroke={1.75} aria-hidden />
            <span className={classes['cut']}>{shown}</span>
            {/* The space keeps the two words apart for who hears them. */ ' '}
            {brand && <span className={classes['quiet']}>{brand.siteKey}</span>}
            <IconSelector size={14} stroke={1.75} aria-hidden className={classes['chevron']} />
          </UnstyledButton>
        )}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t.text('app.scope.find')}
          aria-label={t.text('app.scope.find')}
        />
        <Combobox.Options aria-label={t.text('app.scope.options')}>
          <ScrollArea.Autosize mah={320} type="auto">
            <Combobox.Option value="all:">{t.text('app.scope.all')}</Combobox.Option>
            {groups.map(({ one, brands }) => (
              <Combobox.Group key={one.id} label={one.name}>
                <Combobox.Option value={`client:${one.id}`}>
                  {t.text('app.scope.wholeClient', { name: one.name })}
                </Combobox.Option>
                {brands.map((each) => (
                  <Combobox.Option key={each.id} value={`brand:${each.id}`}>
                    {each.name} <span className={classes['quiet']}>{each.siteKey}</span>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
