import { useMessages } from '../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { CHECKS, DomainMark } from './mailbox-marks.js';
import type { DomainChecks } from './mailboxes-api.js';

/** What DNS says of the domain, each check with what to do next. */
export function DomainRows({ checks }: { readonly checks: DomainChecks }) {
  const t = useMessages();
  return (
    <Rows label={t.text('mailboxes.check.title')}>
      {CHECKS.map((name) => (
        <ListRow
          key={name}
          title={t.text(`mailboxes.check.${name}`)}
          note={t.text(`mailboxes.check.code.${checks[name].code}`, {
            name: t.text(`mailboxes.check.${name}`),
            detail: checks[name].detail ?? '',
          })}
        >
          <DomainMark check={checks[name]} />
        </ListRow>
      ))}
    </Rows>
  );
}
