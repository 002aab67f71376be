import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMessages } from '../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { Mark } from './mailbox-marks.js';
import type { ServerTrial, Trial } from './mailboxes-api.js';

const ICON = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;

/** What trying both servers came to: where each stopped, and what to do next. */
export function TrialRows({ trial }: { readonly trial: Pick<Trial, 'smtp' | 'imap' | 'folders'> }) {
  const t = useMessages();
  return (
    <Rows label={t.text('mailboxes.trial.title')}>
      <ServerRow
        name={t.text('mailboxes.smtp')}
        trial={trial.smtp}
        good={t.text('mailboxes.trial.smtpGood')}
      />
      <ServerRow
        name={t.text('mailboxes.imap')}
        trial={trial.imap}
        good={t.text('mailboxes.trial.imapGood', { count: trial.folders.length })}
      />
    </Rows>
  );
}

function ServerRow({
  name,
  trial,
  good,
}: {
  readonly name: string;
  readonly trial: ServerTrial;
  readonly good: string;
}) {
  const t = useMessages();
  const note = trial.isOk
    ? good
    : t.text('mailboxes.trial.stopped', {
        phase: t.text(`mailboxes.phase.${trial.phase ?? 'connect'}`),
        fault: t.text(`mailboxes.fault.${trial.code ?? 'server_error'}`),
      });
  return (
    <ListRow title={name} note={note}>
      {trial.isOk ? (
        <Mark tone="live" icon={<IconCircleCheck {...ICON} />}>
          {t.text('mailboxes.trial.ok')}
        </Mark>
      ) : (
        <Mark tone="removed" icon={<IconCircleX {...ICON} />}>
          {t.text('mailboxes.trial.refused')}
        </Mark>
      )}
    </ListRow>
  );
}
