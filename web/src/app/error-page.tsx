import { Button, Group } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.js';
import { useMessages } from '../i18n/messages-provider.js';
import { Page } from '../ui/page.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';

/** A page that could not be shown: what happened, its code, and another try. The frame stays. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useMessages();
  const router = useRouter();
  const isMissing = error instanceof ApiProblem && error.status === 404;
  return (
    <Page narrow>
      <PageHeader title={t.text(isMissing ? 'app.missing.title' : 'app.failed.title')} />
      <ProblemAlert error={error} />
      <Group>
        <Button
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {t.text('app.tryAgain')}
        </Button>
      </Group>
    </Page>
  );
}

/** An address that names no page. */
export function MissingPage() {
  const t = useMessages();
  return (
    <Page narrow>
      <PageHeader title={t.text('app.missing.title')} />
      <p>{t.text('app.missing.text')}</p>
    </Page>
  );
}
