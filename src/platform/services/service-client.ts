import { Agent, request } from 'undici';
import { AddressGuard } from '../fetch/address-guard.js';
import { systemResolver } from '../fetch/dns-resolver.js';
import { guardedConnector } from '../fetch/guarded-connector.js';
import type { ServiceAnswer, ServiceQuestion, ServiceTrouble } from './service-port.js';

/** Time for an answer as a whole, and the most that is read of it. */
const LIMIT_MS = 20_000;
const MOST_BYTES = 2 * 1024 * 1024;
/** How long to wait where a service asks for a pause without saying how long. */
const PAUSE_S = 60;

export interface ServiceClientSettings {
  /** CIDR ranges opened besides the public internet (LINKLEDGER_FETCH_ALLOW). */
  readonly allow: readonly string[];
  readonly limitMs?: number;
}

/**
 * Asks outside services under the same guard as pages: public addresses alone, no redirects, everything bounded. A key travels in headers and stands in
 * no answer of ours; what goes wrong is told by a code and never by the service's own words.
 */
export class ServiceClient {
  private readonly guard: AddressGuard;
  private readonly agent: Agent;
  private readonly limitMs: number;

  constructor({ allow, limitMs = LIMIT_MS }: ServiceClientSettings) {
    this.guard = new AddressGuard({ resolve: systemResolver(), allow });
    this.limitMs = limitMs;
    this.agent = new Agent({
      connect: guardedConnector(this.guard),
      allowH2: false,
      maxHeaderSize: 32 * 1024,
      headersTimeout: limitMs,
      bodyTimeout: limitMs,
      keepAliveTimeout: 2000,
    });
  }

  async ask(question: ServiceQuestion): Promise<ServiceAnswer> {
    if (this.guard.refuseUrl(question.url) !== null) return unreachable();
    try {
      return await this.exchange(question);
    } catch (error) {
      return { ok: false, trouble: troubleOf(error) };
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async exchange({ url, headers, json }: ServiceQuestion): Promise<ServiceAnswer> {
    const {
      statusCode,
      headers: said,
      body,
    } = await request(url, {
      dispatcher: this.agent,
      method: json === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      signal: AbortSignal.timeout(this.limitMs),
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES)
        return { ok: false, trouble: { code: 'discovery.answer_unknown', status: statusCode } };
      chunks.push(chunk);
    }
    const header = (name: string): string | null => [said[name]].flat().at(0) ?? null;
    const trouble = troubleOfStatus(statusCode, header('retry-after'));
    return trouble === null
      ? { ok: true, status: statusCode, header, json: parsed(Buffer.concat(chunks).toString('utf8')) }
      : { ok: false, trouble };
  }
}

function troubleOfStatus(status: number, retryAfter: string | null): ServiceTrouble | null {
  if (status >= 200 && status <= 299) return null;
  const saidS = retryAfter === null ? null : seconds(retryAfter);
  if (status === 401 || status === 403) return { code: 'discovery.key_refused', status, ...waiting(saidS) };
  if (status === 402) return { code: 'discovery.quota_used_up', status };
  if (status === 429)
    return { code: 'discovery.rate_limited', status, retryAfterS: saidS ?? PAUSE_S, isSaid: saidS !== null };
  return { code: 'discovery.service_failed', status, ...waiting(saidS) };
}

function waiting(retryAfterS: number | null): { retryAfterS?: number } {
  return retryAfterS === null ? {} : { retryAfterS };
}

/** Retry-After in whole seconds, whether it says seconds or a moment (RFC 9110, 10.2.3); at most a day. */
function seconds(retryAfter: string): number | null {
  const moment = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(moment) ? Math.min(86_400, Math.max(1, Math.ceil(moment))) : null;
}

function troubleOf(error: unknown): ServiceTrouble {
  const name = (error as Error | null)?.name ?? '';
  const code = (error as { code?: unknown } | null)?.code;
  const isLate = name === 'TimeoutError' || (typeof code === 'string' && /TIMEOUT/.test(code));
  return { code: isLate ? 'discovery.service_timeout' : 'discovery.service_unreachable', status: null };
}

function unreachable(): ServiceAnswer {
  return { ok: false, trouble: { code: 'discovery.service_unreachable', status: null } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
