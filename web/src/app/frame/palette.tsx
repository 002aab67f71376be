import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import {
  IconAddressBook,
  IconBuildings,
  IconCopy,
  IconInbox,
  IconLayoutKanban,
  IconLink,
  IconPlus,
  IconSearch,
  IconUpload,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { query } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { useScope } from '../session/scope.js';
import { useMay } from '../session/session.js';
import { DESTINATIONS } from './destinations.js';

interface Found {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: ReactNode;
  readonly to: string;
}

const FOUND_OF_EACH = 6;
const MIN_LETTERS = 2;

/** Ctrl/Cmd K: pages, actions and records by name. */
export function Palette() {
  const t = useMessages();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const groups = useFound(text);
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
                  onClick={() => void navigate({ href: one.to })}
                />
              ))}
            </Spotlight.ActionsGroup>
          ),
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function useFound(text: string): readonly { readonly name: string; readonly found: readonly Found[] }[] {
  const t = useMessages();
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
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
  const pages: Found[] = DESTINATIONS.map(({ to, name, icon: Icon }) => ({
    id: to,
    label: t.text(name),
    icon: <Icon {...size} />,
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
  const actions: Found[] = [
    ...(mayWrite
      ? [
          {
            id: 'prospect',
            label: t.text('app.action.addProspect'),
            icon: <IconPlus {...size} />,
            to: '/prospects?add=true',
          },
          {
            id: 'campaign',
            label: t.text('campaigns.new'),
            icon: <IconPlus {...size} />,
            to: '/campaigns/new',
          },
          {
            id: 'add',
            label: t.text('app.action.addPlacement'),
            icon: <IconPlus {...size} />,
            to: '/placements/new',
          },
          {
            id: 'import',
            label: t.text('app.action.import'),
            icon: <IconUpload {...size} />,
            to: '/imports/new',
          },
        ]
      : []),
    ...(mayManage
      ? [
          {
            id: 'client',
            label: t.text('app.action.addClient'),
            icon: <IconPlus {...size} />,
            to: '/clients?add=true',
          },
        ]
      : []),
  ];
  return [
    { name: t.text('app.palette.pages'), found: named(pages) },
    { name: t.text('app.palette.actions'), found: named(actions) },
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

/** The records of the team's books whose name holds the words: prospects by their site, publishers, people. */
function useFoundRecords(
  search: string,
): readonly { readonly name: string; readonly found: readonly Found[] }[] {
  const t = useMessages();
  const size = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  const asked = { params: { query: { search, limit: FOUND_OF_EACH } } };
  const when = { enabled: search.length >= MIN_LETTERS, placeholderData: keepPreviousData };
  const prospects = useQuery({ ...query.queryOptions('get', '/api/v1/prospects', asked), ...when }).data;
  const publishers = useQuery({ ...query.queryOptions('get', '/api/v1/publishers', asked), ...when }).data;
  const contacts = useQuery({ ...query.queryOptions('get', '/api/v1/contacts', asked), ...when }).data;
  const mails = useQuery({ ...query.queryOptions('get', '/api/v1/conversations', asked), ...when }).data;
  if (search.length < MIN_LETTERS) return [];
  return [
    {
      name: t.text('app.nav.prospects'),
      found: (prospects?.items ?? []).map(({ id, displayHost, status }) => ({
        id,
        label: displayHost,
        description: t.text(`prospects.status.${status}`),
        icon: <IconUsersGroup {...size} />,
        to: `/prospects/${id}`,
      })),
    },
    {
      name: t.text('app.nav.publishers'),
      found: (publishers?.items ?? []).map(({ id, name }) => ({
        id,
        label: name,
        icon: <IconBuildings {...size} />,
        to: `/publishers/${id}`,
      })),
    },
    {
      name: t.text('app.nav.contacts'),
      found: (contacts?.items ?? []).map(({ id, name, mainAddress }) => ({
        id,
        label: name || (mainAddress ?? ''),
        ...(mainAddress ? { description: mainAddress } : {}),
        icon: <IconAddressBook {...size} />,
        to: `/contacts/${id}`,
      })),
    },
    {
      name: t.text('app.nav.inbox'),
      found: (mails?.items ?? []).map(({ id, subject, state, from }) => ({
        id,
        label: from?.name || from?.address || subject,
        description: subject,
        icon: <IconInbox {...size} />,
        to: `/inbox?c=${id}${state === 'to_answer' ? '' : `&tab=${state}`}`,
      })),
    },
  ];
}
