import { lookup } from 'node:dns/promises';
import { LOCALHOST, type ResolveName } from './address-guard.js';

/**
 * The system's resolver (hosts file and DNS), IPv4 and IPv6, with one question at a time per name.
 *
 * `localhost` and its sub-domains never leave the machine, whatever a DNS server says (RFC 6761).
 */
export function systemResolver(): ResolveName {
  const running = new Map<string, Promise<readonly string[]>>();
  return (hostname) => {
    if (LOCALHOST.test(hostname)) return Promise.resolve(['127.0.0.1', '::1']);
    const asked = running.get(hostname);
    if (asked !== undefined) return asked;
    const question = lookup(hostname, { all: true, verbatim: true })
      .then((answers) => answers.map((answer) => answer.address))
      .finally(() => running.delete(hostname));
    running.set(hostname, question);
    return question;
  };
}
