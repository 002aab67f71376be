import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Every address of a host name, as text. Answers nothing for an unknown name or throws the resolver's own error. */
export type ResolveName = (hostname: string) => Promise<readonly string[]>;

export interface GuardSettings {
  readonly resolve: ResolveName;
  /** CIDR ranges opened on any port (LINKLEDGER_FETCH_ALLOW). Opens those ranges and switches nothing else off. */
  readonly allow: readonly string[];
  /** Ports that may be dialled outside of the opened ranges; those of the web where absent. */
  readonly ports?: ReadonlySet<number>;
  /** Demo mode alone: host names with this suffix are served by exactly this address and port. Asked at each request. */
  readonly demo?: () => DemoMapping | null;
  /** Addresses that are public but ours: our own listening port on them is refused. */
  readonly own?: { readonly addresses: () => readonly string[]; readonly port: number } | null;
}

export interface DemoMapping {
  readonly suffix: string;
  readonly address: string;
  readonly port: number;
}

/** Where a host name may be connected to: checked addresses only, and the port to dial. */
export interface Destination {
  readonly addresses: readonly string[];
  readonly port: number;
}

export type GuardAnswer =
  | { readonly ok: true; readonly destination: Destination }
  | { readonly ok: false; readonly code: 'address_refused' | 'dns'; readonly detail: string };

/** `localhost` and its sub-domains (RFC 6761). */
export const LOCALHOST = /(?:^|\.)localhost\.?$/i;

const WEB_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);
/** ipaddr.js takes IPv4-compatible addresses (`::127.0.0.1`) for ordinary ones, so only global unicast may pass (RFC 4291). */
const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Azure answers its metadata on a public address. */
const REFUSED_PUBLIC = [ipaddr.IPv4.parseCIDR('168.63.129.16/32')];

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Whether an address lies in the public internet: no special range of IANA's registries, mapped forms unwrapped. */
export function isPublicAddress(address: string): boolean {
  const ip = parseAddress(address);
  if (ip === null || ip.range() !== 'unicast') return false;
  return ip instanceof ipaddr.IPv6
    ? ip.match(GLOBAL_UNICAST_V6)
    : !REFUSED_PUBLIC.some((range) => ip.match(range));
}

/** The address without a zone and with IPv4-mapped forms unwrapped; null when it is none. */
export function canonicalAddress(address: string): string | null {
  return parseAddress(address)?.toString() ?? null;
}

function parseAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (isIP(address) === 0 || address.includes('%')) return null;
  return ipaddr.process(address);
}

/** Decides which addresses may be connected to. It fails closed: what cannot be checked is refused. */
export class AddressGuard {
  private readonly allow: readonly Range[];

  /** Throws a RangeError when a range of `settings.allow` is no CIDR range: a guard with a typo must not start. */
  constructor(private readonly settings: GuardSettings) {
    this.allow = settings.allow.map(parseRange);
  }

  /** What is wrong with an address before anything is resolved, or null: scheme, user name, address literal, port. */
  refuseUrl(url: URL): string | null {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
    if (url.username !== '' || url.password !== '') return 'userinfo';
    if (url.port === '0') return 'port';
    const literal = literalOf(url.hostname);
    if (literal === null) return null;
    const answer = this.judge([literal], portOf(url));
    return answer.ok ? null : answer.detail;
  }

  /** Resolves a host and checks EVERY answer: one address that may not be reached refuses the name. */
  async destination(hostname: string, port: number): Promise<GuardAnswer> {
    const demo = this.demoDestination(hostname);
    if (demo !== null) return { ok: true, destination: demo };
    const literal = literalOf(hostname);
    if (literal !== null) return this.judge([literal], port);
    let addresses: readonly string[];
    try {
      addresses = await this.resolve(hostname);
    } catch (error) {
      return { ok: false, code: 'dns', detail: codeOf(error) };
    }
    return addresses.length === 0
      ? { ok: false, code: 'dns', detail: 'no_answer' }
      : this.judge(addresses, port);
  }

  /** Whether every address of this URL's host lies in an opened range (then no gap need be kept). */
  async isOpened(url: URL): Promise<boolean> {
    const literal = literalOf(url.hostname);
    if (this.allow.length === 0) return false;
    try {
      const addresses = literal === null ? await this.resolve(url.hostname) : [literal];
      return addresses.length > 0 && addresses.every((address) => this.inAllowedRange(address));
    } catch {
      return false;
    }
  }

  /** Our own machine's name stands for both of its loopback addresses; where one of them was opened, only that one is meant. */
  private async resolve(hostname: string): Promise<readonly string[]> {
    const addresses = await this.settings.resolve(hostname);
    if (!LOCALHOST.test(hostname)) return addresses;
    const opened = addresses.filter((address) => this.inAllowedRange(address));
    return opened.length > 0 ? opened : addresses;
  }

  private judge(addresses: readonly string[], port: number): GuardAnswer {
    const bad = addresses.find((address) => !this.inAllowedRange(address) && !isPublicAddress(address));
    if (bad !== undefined) return { ok: false, code: 'address_refused', detail: 'not_public' };
    const ports = this.settings.ports ?? WEB_PORTS;
    if (!ports.has(port) && !addresses.every((address) => this.inAllowedRange(address))) {
      return { ok: false, code: 'address_refused', detail: 'port' };
    }
    if (this.isOurselves(addresses, port)) return { ok: false, code: 'address_refused', detail: 'own_port' };
    return { ok: true, destination: { addresses, port } };
  }

  /** Whether an address lies in one of the opened ranges. */
  opens(address: string): boolean {
    return this.inAllowedRange(address);
  }

  private inAllowedRange(address: string): boolean {
    const ip = parseAddress(address);
    if (ip === null) return false;
    return this.allow.some(([base, bits]) => base.kind() === ip.kind() && ip.match(base, bits));
  }

  private isOurselves(addresses: readonly string[], port: number): boolean {
    const own = this.settings.own ?? null;
    if (own === null || own.port !== port) return false;
    const ours = new Set(own.addresses().map(canonicalAddress));
    return addresses.some((address) => isPublicAddress(address) && ours.has(canonicalAddress(address)));
  }

  private demoDestination(hostname: string): Destination | null {
    const demo = this.settings.demo?.() ?? null;
    if (demo === null || !hostname.endsWith(demo.suffix)) return null;
    return { addresses: [demo.address], port: demo.port };
  }
}

/** Port a URL is asked on, the default of its scheme included. */
export function portOf(url: { readonly port: string; readonly protocol: string }): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

function literalOf(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? null : bare;
}

function parseRange(range: string): Range {
  try {
    return range.includes('/') ? ipaddr.parseCIDR(range) : singleAddress(range);
  } catch {
    throw new RangeError(`"${range}" is no address range: write it like 10.1.0.0/16 or fd12::/32.`);
  }
}

function singleAddress(address: string): Range {
  const ip = ipaddr.process(address);
  return [ip, ip.kind() === 'ipv4' ? 32 : 128];
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'failed';
}
