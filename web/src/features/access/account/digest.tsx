import { Switch } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useOwnMember } from './own-member.js';

/** Whether I get the daily mail about my placements. */
export function Digest() {
  const t = useMessages();
  const { me, change } = useOwnMember();
  return (
    <Switch
      checked={(change.isPending ? change.variables.digest : me?.digest) ?? false}
      disabled={!me}
      onChange={(event) => change.mutate({ digest: event.currentTarget.checked })}
      label={t.text('access.account.digestLabel')}
      description={t.text('access.account.digestWhat')}
    />
  );
}
