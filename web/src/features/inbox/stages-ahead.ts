import type { Pitch } from './inbox-api.js';

/** The stages after the one a pitch stands in that it may be moved to now, the nearest first. */
export function stagesAhead({ stage, steps }: Pick<Pitch, 'stage' | 'steps'>): Pitch['steps'] {
  const here = steps.findIndex((step) => step.stage === stage);
  return steps.slice(here + 1).filter(({ isAllowed }) => isAllowed);
}
