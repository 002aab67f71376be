import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { type Guess, oauthAppsQuery } from '../mailboxes-api.js';
import { AddressStep } from './address-step.js';
import { PasswordForm } from './password-form.js';
import { SignInStep } from './sign-in-step.js';

/** Connects a mailbox: the address, then signing in with its provider, or servers and a password that are tried for real. */
export function ConnectPage() {
  const t = useMessages();
  const apps = useQuery(oauthAppsQuery);
  const [known, setKnown] = useState<{ readonly address: string; readonly guess: Guess } | null>(null);
  const [readHistory, setReadHistory] = useState(true);
  return (
    <Page narrow>
      <PageHeader
        title={t.text('mailboxes.connect')}
        parent={<Link to="/settings/mailboxes">{t.text('mailboxes.title')}</Link>}
      />
      <Panel title={t.text('mailboxes.step.address')} aside={<GuideLink page="mailboxes" />}>
        <AddressStep
          readHistory={readHistory}
          onHistory={setReadHistory}
          onKnown={(address, guess) => setKnown({ address, guess })}
        />
      </Panel>
      {known && (
        <>
          <Panel title={t.text('mailboxes.step.signIn')}>
            <SignInStep
              address={known.address}
              suggested={known.guess.signIn}
              apps={apps.data?.items ?? []}
              readHistory={readHistory}
            />
          </Panel>
          <Panel title={t.text('mailboxes.step.password')}>
            <PasswordForm
              key={known.address}
              address={known.address}
              guess={known.guess}
              readHistory={readHistory}
              hasOwnProvider={
                apps.data?.items.some(({ provider, isSet }) => provider === 'custom' && isSet) ?? false
              }
            />
          </Panel>
        </>
      )}
    </Page>
  );
}
