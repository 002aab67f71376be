import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Session } from '../../../api/views.js';
import { sessionQuery } from '../../../app/session/session.js';
import { rememberSignedIn } from '../../../app/session/was-signed-in.js';
import { LOCALES } from '../../../i18n/messages.js';
import { useLanguage } from '../../../i18n/messages-provider.js';
import { ownAddress } from './own-address.js';

/** Goes inside with a new session: forgets what was fetched before, takes over the person's language. */
export function useEnter() {
  const queries = useQueryClient();
  const router = useRouter();
  const { setLocale } = useLanguage();
  return async (session: Session, next?: string) => {
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
    rememberSignedIn(true);
    const locale = LOCALES.find((one) => one === session.user.locale);
    if (locale) setLocale(locale);
    await router.navigate({ href: ownAddress(next) });
  };
}
