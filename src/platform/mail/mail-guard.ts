import { isIPv4 } from 'node:net';
import { MAIL_PORTS, readMailHost } from '../../core/mailboxes/mail-host.js';
import { AddressGuard, type ResolveName } from '../fetch/address-guard.js';
import type { MailFault, MailSecurity } from './smtp-settings.js';

const DNS_LIMIT_MS = 10_000;

export interface MailGuardSettings {
  readonly resolve: ResolveName;
  /** CIDR ranges opened on any port (LINKLEDGER_FETCH_ALLOW). */
  readonly allow: readonly string[];
  /** Certificates (PEM) trusted besides the usual ones. */
  readonly trusted?: readonly string[];
}

/** A mail server as a person wrote it down. */
export interface MailPlace {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
}

/** Where to connect: the checked address and the name its certificate must carry; or why not. */
export type MailPlaceAnswer =
  | {
      readonly ok: true;
      readonly host: string;
      readonly servername: string;
      readonly trusted: readonly string[];
    }
  | { readonly ok: false; readonly code: MailFault };

/**
 * Decides which mail servers may be connected to: every address of the name must be a public one, the port one of mail's; other addresses and ports
 * only within the opened ranges, and clear text only there. The answer holds one checked address, so that nothing is resolved a second time.
 */
export class MailGuard {
  private readonly guard: AddressGuard;
  private readonly trusted: readonly string[];

  constructor({ resolve, allow, trusted = [] }: MailGuardSettings) {
    this.guard = new AddressGuard({ resolve, allow, ports: MAIL_PORTS });
    this.trusted = trusted;
  }

  async server({ host, port, security }: MailPlace): Promise<MailPlaceAnswer> {
    const name = readMailHost(host);
    if (name === null) return { ok: false, code: 'address_refused' };
    const answer = await withinLimit(this.guard.destination(name, port));
    if (!answer.ok) return { ok: false, code: codeOf(answer) };
    const { addresses } = answer.destination;
    if (security === 'none' && !addresses.every((address) => this.guard.opens(address)))
      return { ok: false, code: 'clear_text_refused' };
    const chosen = addresses.find((address) => isIPv4(address)) ?? addresses[0] ?? '';
    return {
      ok: true,
      host: chosen,
      servername: name.replace(/^\[|\]$/g, ''),
      trusted: this.trusted,
    };
  }
}

type Destined = Awaited<ReturnType<AddressGuard['destination']>>;

function codeOf({ code, detail }: Extract<Destined, { ok: false }>): MailFault {
  if (code === 'dns') return 'dns';
  return detail === 'port' ? 'port_refused' : 'address_refused';
}

async function withinLimit(work: Promise<Destined>): Promise<Destined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Destined>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, code: 'dns', detail: 'timeout' }), DNS_LIMIT_MS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
