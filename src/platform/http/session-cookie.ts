import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../config/config.js';
import { isHttpsAddress } from './configure-http.js';

const PLAIN = 'linkledger';
/** The prefix makes browsers refuse it from a sub-domain, over http, or with a path or domain (RFC 6265bis, 4.1.3.2). */
const OVER_HTTPS = '__Host-linkledger';

/**
 * The cookie that holds the session's token. Over https (by the public address, or by a trusted proxy's word) it is
 * Secure and has the `__Host-` name, and the plain name is not read.
 */
@Injectable()
export class SessionCookie {
  constructor(private readonly config: Config) {}

  /** The token a request brings, or null. */
  read(request: Request): string | null {
    const name = this.nameFor(request);
    const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
    const values = pairs
      .filter((pair) => pair.startsWith(`${name}=`))
      .map((pair) => pair.slice(name.length + 1));
    const [value] = values;
    return values.length === 1 && value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
  }

  /** Gives the browser a token until a moment. */
  write(request: Request, response: Response, token: string, expiresAt: Date): void {
    response.cookie(this.nameFor(request), token, { ...this.marks(request), expires: expiresAt });
  }

  /** Takes the token away from the browser. */
  clear(request: Request, response: Response): void {
    response.clearCookie(this.nameFor(request), this.marks(request));
  }

  private nameFor(request: Request): string {
    return this.isSecure(request) ? OVER_HTTPS : PLAIN;
  }

  private isSecure(request: Request): boolean {
    return request.secure || isHttpsAddress(this.config.publicUrl);
  }

  private marks(request: Request): { httpOnly: true; sameSite: 'lax'; secure: boolean; path: '/' } {
    return { httpOnly: true, sameSite: 'lax', secure: this.isSecure(request), path: '/' };
  }
}
