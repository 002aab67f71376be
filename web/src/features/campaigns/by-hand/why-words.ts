import type { Messages } from '../../../i18n/messages.js';
import type { LookedLink } from './by-hand-api.js';

const KNOWN = [
  'page_gone',
  'dns',
  'soft_404',
  'domain_parked',
  'robots_denied',
  'host_busy',
  'host_rests',
  'not_html',
  'timeout',
] as const;

/** Why a page could not be read, or is dead, in words; the status says it where no word fits better. */
export function whyWords(t: Messages, sight: Pick<LookedLink, 'status' | 'finding'> | null): string {
  const known = KNOWN.find((one) => one === sight?.finding);
  if (known === 'page_gone') return t.text('tasks.byHand.why.status', { status: sight?.status ?? 404 });
  if (known !== undefined) return t.text(`tasks.byHand.why.${known}`);
  if (sight !== null && sight.status !== null && sight.status !== 200)
    return t.text('tasks.byHand.why.status', { status: sight.status });
  return t.text('tasks.byHand.why.other');
}
