import type { discoveryCodes } from '../../errors/codes/discovery.js';

/** What happened and what to do next, for refusals about contact finding and outside services. */
export const discoveryProblems: Readonly<Record<keyof typeof discoveryCodes, string>> = {
  'discovery.no_key': 'No key for this service is set. Ask a manager to add one in the settings.',
};
