import { useMessages } from '../../../i18n/messages-provider.js';
import list from '../../../ui/record-list.module.css';
import type { ContactRow } from '../contact-views.js';

/** Where somebody works, in short: the first places by name, and how many more; former ones in quiet. */
export function PlacesWords({ row }: { readonly row: ContactRow }) {
  const t = useMessages();
  if (row.places.length === 0) return <>—</>;
  const more = row.placeCount - row.places.length;
  return (
    <span className={row.isFormer ? list['quiet'] : undefined}>
      {row.places.map(({ label }) => label).join(', ')}
      {more > 0 && ` ${t.text('contacts.morePlaces', { count: more })}`}
      {row.isFormer && ` · ${t.text('contacts.former')}`}
    </span>
  );
}
