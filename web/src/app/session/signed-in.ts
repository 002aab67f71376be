import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { api, bodyOf } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import type { Session } from '../../api/views.js';
import { sessionQuery } from './session.js';
import { rememberSignedIn, wasSignedIn } from './was-signed-in.js';

/** The session of whoever opens a page inside. Without one it leads to signing in, or to the first visit of a new installation. */
export async function signedIn(
  queries: QueryClient,
  { pathname, href }: { readonly pathname: string; readonly href: string },
): Promise<Session> {
  const known = queries.getQueryData(sessionQuery.queryKey);
  if (known) return known;
  const setup = wasSignedIn() ? null : await bodyOf(api.GET('/api/v1/setup'));
  if (setup?.needed) throw redirect({ to: '/welcome' });
  try {
    const session = await queries.query(sessionQuery);
    rememberSignedIn(true);
    return session;
  } catch (error) {
    if (!isProblem(error, 'access.not_signed_in')) throw error;
    const next = pathname === '/' ? {} : { next: href };
    const search = setup === null ? { ...next, ended: true as const } : next;
    rememberSignedIn(false);
    throw redirect({ to: '/sign-in', search });
  }
}

/** Whether somebody of a client is signed in: they have a part of their own. */
export function isOfClient(session: Session): boolean {
  return session.member.role === 'client';
}
