import type { mergeCodes } from '../../errors/codes/merges.js';

/** What happened and what to do next, for refusals about merges and splits. */
export const mergeProblems: Readonly<Record<keyof typeof mergeCodes, string>> = {
  'merge.not_found': 'Deze samenvoeging is hier niet. Ga terug naar de lijst.',
  'merge.not_possible':
    'Deze twee kunnen niet worden samengevoegd: een ervan is er niet meer, is gearchiveerd, of het is dezelfde. Kies opnieuw.',
  'merge.choice_unknown': 'De keuze voor {field} is niet bekend. Kies een van de twee waarden.',
  'merge.undone_already': 'Dit is al ongedaan gemaakt. Er hoefde niets te gebeuren.',
  'merge.too_late': 'Dit kan niet meer ongedaan worden gemaakt: er zijn 30 dagen voorbij.',
  'merge.later_first':
    'Een van deze twee is later opnieuw samengevoegd of gesplitst. Maak dat eerst ongedaan.',
};
