import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import list from '../../../ui/record-list.module.css';
import { AddressTag } from '../address-tag.js';
import type { ContactRow } from '../contact-views.js';
import { MayMailTag } from '../may-mail-tag.js';
import { PlacesWords } from './places-words.js';

/** A contact on a small screen. */
export function ContactCard({ row }: { readonly row: ContactRow }) {
  const t = useMessages();
  return (
    <>
      <Link to="/contacts/$id" params={{ id: row.id }} className={list['cardLink'] ?? ''}>
        {row.name || row.mainAddress || t.text('contacts.nameless')}
      </Link>
      <div className={list['cardNote']}>
        {row.position && `${row.position} · `}
        <PlacesWords row={row} />
      </div>
      <div className={list['cardNote']}>{row.mainAddress ?? '—'}</div>
      <div className={list['cardChips']}>
        <MayMailTag mayMail={row.mayMail} />
        {row.mainAddressStatus && <AddressTag status={row.mainAddressStatus} />}
      </div>
    </>
  );
}
