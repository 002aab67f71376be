import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconCopy, IconLayoutKanban, IconLink, IconSearch, IconUpload, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { query } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { useScope } from '../session/scope.js';
import { DESTINATIONS } from './destinations.js';
import { Keys } from './keys.js';
import { useFoundActs } from './palette-acts.js';
import { FOUND_OF_EACH, type Found, type FoundGroup, MIN_LETTERS } from './palette-found.js';
import { useFoundRecords } from './palette-records.js';

/** Spotlight gives the focus back to where it was; an act that moves it comes after that. */
const AFTER_CLOSING_MS = 60;

/** Ctrl/Cmd K: pages, actions and records by name. */
export function Palette() {
  const t = useMessages();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const groups = useFound(text);
  const choose = ({ to, run }: Found) => {
    if (run) window.setTimeout(run, AFTER_CLOSING_MS);
    if (to !== undefined) void navigate({ href: to });
  };
  const isNothing = groups.every(({ found }) => found.length === 0);
  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      shortcut="mod + K"
      scrollable
      maxHeight={460}
      radius="lg"
    >
      <Spotlight.Search
        placeholder={t.text('app.palette.open')}
        aria-label={t.text('app.palette.open')}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {isNothing && <Spotlight.Empty>{t.text('app.palette.nothing')}</Spotlight.Empty>}
        {groups.map(({ name, found }) =>
          found.length === 0 ? null : (
            <Spotlight.ActionsGroup key={name} label={name}>
              {found.map((one) => (
                <Spotlight.Action
                  key={one.id}
                  label={one.label}
                  {...(one.description ? { description: one.description } : {})}
                  leftSection={one.icon}
                  rightSection={one.keys && <Keys keys={one.keys} />}
                  onClick={() => choose(one)}
                />
              ))}
            </Spotlight.ActionsGroup>
          ),
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function useFound(text: string): readonly FoundGroup[] {
  const t = useMessages();
  const acts = useFoundActs();
  const { clients } = useScope();
  const [search] = useDebouncedValue(text.trim(), 150);
  const records = useFoundRecords(search);
  const placements = useQuery({
    ...query.queryOptions('get', '/api/v1/placements', {
      params: { query: { search, limit: FOUND_OF_EACH } },
    }),
    enabled: search.length >= MIN_LETTERS,
    placeholderData: keepPreviousData,
  }).data?.items;

  const named = (found: readonly Found[]) =>
    found.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  const size = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  const pages: Found[] = DESTINATIONS.map(({ to, name, icon: Icon, key }) => ({
    id: to,
    label: t.text(name),
    icon: <Icon {...size} />,
    keys: `g ${key}`,
    to,
  }));
  pages.push(
    {
      id: '/board',
      label: t.text('campaigns.own.title'),
      icon: <IconLayoutKanban {...size} />,
      to: '/board',
    },
    { id: '/doubles', label: t.text('merges.title'), icon: <IconCopy {...size} />, to: '/doubles' },
    { id: '/imports', label: t.text('imports.title'), icon: <IconUpload {...size} />, to: '/imports' },
  );
  return [
    { name: t.text('app.palette.here'), found: named(acts.here) },
    { name: t.text('app.palette.pages'), found: named(pages) },
    { name: t.text('app.palette.actions'), found: named(acts.anywhere) },
    {
      name: t.text('app.nav.clients'),
      found: search
        ? named(
            clients.map(({ id, name }) => ({
              id,
              label: name,
              icon: <IconUsers {...size} />,
              to: `/clients/${id}`,
            })),
          )
        : [],
    },
    ...records,
    {
      name: t.text('app.nav.placements'),
      found:
        search.length < MIN_LETTERS
          ? []
          : (placements ?? []).map(({ id, sourceHost, targetPath, state }) => ({
              id,
              label: `${sourceHost} → ${targetPath}`,
              description: t.text(`words.state.${state}`),
              icon: <IconLink {...size} />,
              to: `/placements/${id}`,
            })),
    },
  ];
}
