import { Button, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf, query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useEnter } from './enter.js';
import { GuestFrame } from './guest-frame.js';
import classes from './guest-frame.module.css';
import { WorkspaceForm } from './workspace-form.js';

/** The first visit: look around with demo data, or make the workspace and its owner. */
export function WelcomePage() {
  const t = useMessages();
  const setup = useQuery(query.queryOptions('get', '/api/v1/setup'));
  const [token, setToken] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '');
  if (setup.data && !setup.data.needed) return <Navigate to="/sign-in" />;
  const sent = setup.data?.tokenNeeded ? { setupToken: token.trim() } : {};
  return (
    <GuestFrame title={t.text('access.welcome.title')} lead={t.text('access.welcome.lead')}>
      <ProblemAlert error={setup.error} onRetry={() => void setup.refetch()} />
      {setup.isPending && <Skeleton h={220} />}
      {setup.data?.tokenNeeded && (
        <TextInput
          label={t.text('access.welcome.token')}
          description={t.text('access.welcome.tokenWhere')}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          autoComplete="off"
          required
          withAsterisk={false}
        />
      )}
      {setup.data && (
        <>
          <LookAround sent={sent} />
          <div className={classes['or']}>{t.text('access.welcome.or')}</div>
          <WorkspaceForm sent={sent} />
          <p className={classes['small']}>
            <Link to="/sign-in">{t.text('access.welcome.signIn')}</Link>
          </p>
        </>
      )}
    </GuestFrame>
  );
}

/** A workspace filled with made-up clients and placements, really checked against a made-up web on this machine. */
function LookAround({ sent }: { readonly sent: { readonly setupToken?: string } }) {
  const t = useMessages();
  const enter = useEnter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const look = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await enter(await bodyOf(api.POST('/api/v1/setup/demo', { body: { locale: t.locale, ...sent } })));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ProblemAlert error={problem} />
      <Button variant="default" loading={isBusy} onClick={() => void look()} fullWidth>
        {t.text('access.welcome.demo')}
      </Button>
      <p className={classes['small']}>{t.text('access.welcome.demoWhat')}</p>
    </>
  );
}
