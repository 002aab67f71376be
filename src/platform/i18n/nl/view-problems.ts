import type { viewCodes } from '../../errors/codes/views.js';

/** What happened and what to do next, for refusals about saved views. */
export const viewProblems: Readonly<Record<keyof typeof viewCodes, string>> = {
  'view.not_found': 'Deze opgeslagen weergave is hier niet. Kies een andere.',
  'view.too_many': 'Je hebt {most} opgeslagen weergaven, meer kan niet. Verwijder er eerst een.',
};
