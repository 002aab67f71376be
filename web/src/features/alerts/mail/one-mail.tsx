import { Drawer, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { exactTime } from '../../../i18n/times.js';
import { Facts } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { LinkedText } from './linked-text.js';
import classes from './mail.module.css';

/** One mail as its reader gets it, in its plain-text form: a stranger's mail program shows no more. */
export function OneMail({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useMessages();
  const mail = useQuery(query.queryOptions('get', '/api/v1/mail/{id}', { params: { path: { id } } }));
  return (
    <Drawer
      opened
      onClose={onClose}
      size="lg"
      title={mail.data?.subject ?? t.text('access.settings.mail')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <ProblemAlert error={mail.error} onRetry={() => void mail.refetch()} />
      {mail.isPending && <Skeleton h={240} />}
      {mail.data && (
        <Stack gap="lg">
          <Facts
            rows={[
              { name: t.text('alerts.mail.to'), value: mail.data.toAddress },
              { name: t.text('alerts.mail.made'), value: exactTime(new Date(mail.data.createdAt), t) },
              { name: t.text('alerts.mail.how'), value: t.text(`alerts.mail.state.${mail.data.state}`) },
            ]}
          />
          <pre className={classes['text']}>
            <LinkedText text={mail.data.text} />
          </pre>
        </Stack>
      )}
    </Drawer>
  );
}
