import { useMessages } from '../../i18n/messages-provider.js';
import layout from '../../ui/record-page.module.css';
import type { AddressStatus } from './contact-views.js';

const TONES: Readonly<Record<AddressStatus, string | undefined>> = {
  unknown: undefined,
  valid: 'live',
  risky: 'differs',
  invalid: 'removed',
  bounced: 'removed',
};

/** What is known about whether mail to an address arrives. */
export function AddressTag({ status }: { readonly status: AddressStatus }) {
  const t = useMessages();
  return (
    <span className={layout['tag']} data-tone={TONES[status]}>
      {t.text(`contacts.status.${status}`)}
    </span>
  );
}
