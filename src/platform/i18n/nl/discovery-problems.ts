import type { discoveryCodes } from '../../errors/codes/discovery.js';

/** What happened and what to do next, for refusals about contact finding and outside services. */
export const discoveryProblems: Readonly<Record<keyof typeof discoveryCodes, string>> = {
  'discovery.no_key':
    'Voor deze dienst is geen sleutel ingesteld. Vraag een beheerder om er een toe te voegen in de instellingen.',
};
