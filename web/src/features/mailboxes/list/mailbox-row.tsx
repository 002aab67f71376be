import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ListRow } from '../../../ui/list-row.js';
import { DomainMarks, MailboxState } from '../mailbox-marks.js';
import type { Mailbox } from '../mailboxes-api.js';

/** One mailbox in the list: whose it is, what it sent of what it may today, and what needs a look. */
export function MailboxRow({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  const { address, ownerName, sentToday, capToday, windowFrom, windowUntil, timeZone } = mailbox;
  const owner = ownerName ?? t.text('mailboxes.nobody');
  return (
    <ListRow
      title={
        <Link to="/settings/mailboxes/$mailboxId" params={{ mailboxId: mailbox.id }} preload="intent">
          {address}
        </Link>
      }
      note={
        <>
          {owner} · {t.text('mailboxes.today', { sent: sentToday, cap: capToday })} ·{' '}
          {t.text('mailboxes.window', { from: windowFrom, until: windowUntil, zone: timeZone })}
        </>
      }
    >
      {mailbox.domainChecks && <DomainMarks checks={mailbox.domainChecks} />}
      <MailboxState mailbox={mailbox} />
    </ListRow>
  );
}
