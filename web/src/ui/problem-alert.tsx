import { Alert, Button, Group } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { ApiProblem } from '../api/problem.js';
import type { Messages } from '../i18n/messages.js';
import { useMessages } from '../i18n/messages-provider.js';

/** What to say about a failure: the server's own sentence, else ours for the code, else that it was unexpected. */
export function problemText(error: unknown, t: Messages): string {
  if (!(error instanceof ApiProblem)) return t.text('problems.unexpected');
  if (error.detail) return error.detail;
  const key = `problems.${error.code}`;
  if (t.has(key)) return t.text(key);
  return error.title || t.text('problems.no_answer');
}

/** A failure where it arose: what happened, what to do next, and the code to name when asking for help. */
export function ProblemAlert({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}) {
  const t = useMessages();
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <Alert
      color="removed"
      variant="light"
      role="alert"
      icon={<IconAlertCircle size={16} stroke={1.75} aria-hidden />}
    >
      <Group gap="sm" justify="space-between">
        <div>
          <div>{problemText(error, t)}</div>
          {problem?.requestId && (
            <small>
              {t.text('problems.reference', { code: problem.code, requestId: problem.requestId })}
            </small>
          )}
        </div>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t.text('app.tryAgain')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
