import { useQuery } from '@tanstack/react-query';
import { query } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { countryName, languageName } from '../../i18n/places.js';

/** The value of a field as a person reads it: a member by name, a code by its word, nothing as a dash. */
export function FieldValue({ field, value }: { readonly field: string; readonly value: string | null }) {
  const t = useMessages();
  if (value === null || value === '') return <>{t.text('merges.empty')}</>;
  if (field === 'ownerMemberId') return <MemberName id={value} />;
  if (field === 'language') return <>{languageName(value, t)}</>;
  if (field === 'country') return <>{countryName(value, t)}</>;
  const key = `merges.value.${field}.${value}`;
  return <>{t.has(key) ? t.text(key) : value}</>;
}

function MemberName({ id }: { readonly id: string }) {
  const members = useQuery(query.queryOptions('get', '/api/v1/members'));
  return <>{members.data?.items.find((member) => member.id === id)?.name ?? '…'}</>;
}
