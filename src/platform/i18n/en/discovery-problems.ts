import type { discoveryCodes } from '../../errors/codes/discovery.js';

/** What happened and what to do next, for refusals about contact finding and outside services. */
export const discoveryProblems: Readonly<Record<keyof typeof discoveryCodes, string>> = {
  'discovery.no_key': 'No key for this service is set. Ask a manager to add one in the settings.',
  'discovery.no_service': 'There is no such service. Choose one of those in the settings.',
  'discovery.proposal_not_found': 'There is no such proposal here. Read the list again.',
  'discovery.proposal_decided': 'This proposal was accepted or dismissed already. Read the list again.',
  'discovery.key_refused': 'The service does not take the key. Check it with the service and set it again.',
  'discovery.key_unreadable':
    'The key cannot be unsealed: this machine has another key ring than the one it was sealed with. Set the key again.',
  'discovery.quota_used_up':
    'What the team has paid for at this service is used up. Wait for the next period or choose a larger plan there.',
  'discovery.rate_limited':
    'The service asks for a pause. Try again in {retryAfterS, plural, one {# second} other {# seconds}}.',
  'discovery.service_failed': 'The service failed with status {status}. Try again later.',
  'discovery.service_unreachable': 'The service could not be reached. Check its address, or try again later.',
  'discovery.service_timeout': 'The service did not answer in time. Try again later.',
  'discovery.answer_unknown':
    'The service answered in a form that is not known here. Check its address in the settings.',
  'discovery.not_measured': 'The service knows nothing about this site.',
  'discovery.not_awaited':
    'There is nothing to look for: the placement is not awaited any more, its page is known, or its site is not.',
};
