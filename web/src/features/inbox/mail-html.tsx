import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import classes from './inbox.module.css';
import { mailHtml } from './inbox-api.js';
import { mailPage } from './mail-page.js';

/** A mail as its sender laid it out, when a person asks for it: in a frame that may do nothing and loads nothing. */
export function MailHtml({ messageId }: { readonly messageId: string }) {
  const t = useMessages();
  const [isShown, setShown] = useState(false);
  const { data, error, isFetching } = useQuery({ ...mailHtml(messageId), enabled: isShown });
  const page = useMemo(() => (data === undefined ? null : mailPage(data)), [data]);
  return (
    <div className={classes['html']}>
      <Button
        variant="subtle"
        size="compact-sm"
        loading={isFetching && page === null}
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {t.text(isShown ? 'inbox.hideHtml' : 'inbox.showHtml')}
      </Button>
      {isShown && <ProblemAlert error={error} />}
      {isShown && page !== null && (
        <>
          <p className={classes['quiet']}>{t.text('inbox.htmlNote')}</p>
          <iframe
            className={classes['frame']}
            title={t.text('inbox.htmlOf')}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
            srcDoc={page}
          />
        </>
      )}
    </div>
  );
}
