import { Skeleton } from '@mantine/core';
import { useMessages } from '../../i18n/messages-provider.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import classes from './inbox.module.css';

/** A conversation that is on its way, or why it cannot be shown. */
export function PaneSkeleton({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useMessages();
  return (
    <section
      className={classes['mails']}
      aria-label={t.text('inbox.conversation')}
      aria-busy={error === null || undefined}
    >
      <div className={classes['thread']}>
        <ProblemAlert error={error} onRetry={onRetry} />
        {!error && (
          <>
            <Skeleton h={24} w="60%" />
            <Skeleton h={140} />
            <Skeleton h={90} />
          </>
        )}
      </div>
    </section>
  );
}
