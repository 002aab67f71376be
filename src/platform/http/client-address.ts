import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

/**
 * The network a request comes from, for limits: an IPv4 address, or the /64 of an IPv6 address, because one subscriber
 * has all of that. X-Forwarded-For counts only as far as `LINKLEDGER_TRUST_PROXY` says (Express works it out).
 */
export function networkOf(request: Request): string {
  const address = request.ip ?? '';
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const prefix = parsed.toByteArray().slice(0, 8);
  return `${ipaddr.fromByteArray([...prefix, 0, 0, 0, 0, 0, 0, 0, 0]).toString()}/64`;
}

/** The setting `LINKLEDGER_TRUST_PROXY` as Express takes it: a number of hops, a list of networks, or nobody. */
export function trustedProxies(setting: string): number | string[] | false {
  if (setting === '') return false;
  if (/^\d+$/.test(setting)) return Number(setting);
  return setting.split(',').map((part) => part.trim());
}
