import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useOwnMember } from './own-member.js';

const LONGEST = 120;

/** What I do, as mails may say it; kept when the field is left. */
export function Position() {
  const t = useMessages();
  const { me, change } = useOwnMember();
  const [typed, setTyped] = useState<string | null>(null);
  const kept = me?.position ?? '';
  const leave = () => {
    if (typed !== null && typed.trim() !== kept) change.mutate({ position: typed.trim() });
  };
  return (
    <TextInput
      label={t.text('access.account.position')}
      description={t.text('access.account.positionWhat', { variable: '{{sender.position}}' })}
      autoComplete="organization-title"
      maxLength={LONGEST}
      disabled={!me}
      value={typed ?? kept}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}
