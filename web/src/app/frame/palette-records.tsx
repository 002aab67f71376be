import { IconAddressBook, IconBuildings, IconInbox, IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { query } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import type { FoundGroup } from './palette-found.js';
import { FOUND_OF_EACH, MIN_LETTERS } from './palette-found.js';

/** The records of the team's books whose name holds the words: prospects by their site, publishers, people. */
export function useFoundRecords(search: string): readonly FoundGroup[] {
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
