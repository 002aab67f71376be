import type { Response } from 'express';
import type { SessionCookie } from '../../platform/http/session-cookie.js';
import type { SessionView } from './session.dto.js';
import type { OpenedSession } from './sessions.service.js';

/** Gives the browser the secret of an opened session; answers what its person sees. */
export function enter(cookie: SessionCookie, response: Response, opened: OpenedSession): SessionView {
  cookie.write(response.req, response, opened.secret, opened.expiresAt);
  return opened.view;
}
