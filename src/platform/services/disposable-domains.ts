import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

let kept: ReadonlySet<string> | null = null;

/** Whether mail to a domain (ASCII) goes to a throw-away mailbox, by the community's list; sub-domains count, too. */
export function isDisposableDomain(domain: string): boolean {
  kept ??= disposableEmailBlocklistSet();
  const labels = domain.split('.');
  return labels.some(
    (_, from) => labels.length - from > 1 && kept?.has(labels.slice(from).join('.')) === true,
  );
}
