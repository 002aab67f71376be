import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import classes from '../mailboxes.module.css';
import { type Mailbox, useRefreshMailboxes } from '../mailboxes-api.js';
import { MailboxRow } from './mailbox-row.js';

/** The built-in catcher: made on demand, and the way to what it kept. */
export function CatcherPanel({ catchers }: { readonly catchers: readonly Mailbox[] }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const refresh = useRefreshMailboxes();
  const make = useMutation({
    mutationFn: () => api.POST('/api/v1/mailboxes/catcher'),
    onSuccess: () => toast(t.text('mailboxes.catcher.made')),
    onError: (error) => toastProblem(t, error),
    onSettled: refresh,
  });
  const hasOwn = catchers.some(({ isMine }) => isMine);
  const aside = (
    <>
      {catchers.length > 0 && (
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/settings/mailboxes/caught" />}>
          {t.text('mailboxes.catcher.open')}
        </Button>
      )}
      {mayWrite && !hasOwn && (
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {t.text('mailboxes.catcher.make')}
        </Button>
      )}
    </>
  );
  return (
    <Panel title={t.text('mailboxes.catcher.title')} aside={aside} flush>
      <p className={classes['lead']}>{t.text('mailboxes.catcher.what')}</p>
      {catchers.length > 0 && (
        <Rows label={t.text('mailboxes.catcher.title')}>
          {catchers.map((mailbox) => (
            <MailboxRow key={mailbox.id} mailbox={mailbox} />
          ))}
        </Rows>
      )}
    </Panel>
  );
}
