import { Agent, request } from 'undici';
import { parseUrl } from '../../core/sites/parse-url.js';
import { AddressGuard, type ResolveName } from '../fetch/address-guard.js';
import { guardedConnector } from '../fetch/guarded-connector.js';

const LIMIT_MS = 20_000;
const MOST_BYTES = 256 * 1024;

/** What a token endpoint answered: its JSON, whatever the status; or that nobody could be asked. */
export type ExchangeAnswer =
  | { readonly ok: true; readonly status: number; readonly json: unknown }
  | { readonly ok: false };

/** Asks token endpoints of providers. Never throws for what a server says or fails to say, and repeats none of it. */
export abstract class OauthExchange {
  abstract post(url: string, form: Readonly<Record<string, string>>): Promise<ExchangeAnswer>;
  /** Whether an address may be asked for tokens at all: https, or one of the opened ranges. */
  abstract isAllowed(url: string): Promise<boolean>;
  abstract close(): Promise<void>;
}

export interface ExchangeSettings {
  readonly resolve: ResolveName;
  /** CIDR ranges opened besides the public internet (LINKLEDGER_FETCH_ALLOW). */
  readonly allow: readonly string[];
}

/** Under the same guard as pages: public addresses alone, no redirects, everything bounded. */
export class GuardedExchange extends OauthExchange {
  private readonly guard: AddressGuard;
  private readonly agent: Agent;

  constructor(settings: ExchangeSettings) {
    super();
    this.guard = new AddressGuard(settings);
    this.agent = new Agent({
      connect: guardedConnector(this.guard),
      maxHeaderSize: 32 * 1024,
      headersTimeout: LIMIT_MS,
      bodyTimeout: LIMIT_MS,
      keepAliveTimeout: 2000,
    });
  }

  async post(address: string, form: Readonly<Record<string, string>>): Promise<ExchangeAnswer> {
    if (!(await this.isAllowed(address))) return { ok: false };
    try {
      const { statusCode, body } = await request(address, {
        dispatcher: this.agent,
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      const text = await limited(body as AsyncIterable<Buffer>);
      return text === null ? { ok: false } : { ok: true, status: statusCode, json: parsed(text) };
    } catch {
      return { ok: false };
    }
  }

  async isAllowed(address: string): Promise<boolean> {
    const url = parseUrl(address);
    if (url === null || this.guard.refuseUrl(url) !== null) return false;
    return url.protocol === 'https:' || (await this.guard.isOpened(url));
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

async function limited(body: AsyncIterable<Buffer>): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
