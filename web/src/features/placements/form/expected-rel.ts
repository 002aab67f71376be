import type { Compensation, PlacementType, RelTerm } from '../../../api/placement-words.js';

const BY_TYPE: Partial<Record<PlacementType, RelTerm>> = {
  digital_pr: 'any',
  journalist_quote: 'follow',
  comment: 'ugc',
};

/**
 * What the form shows dashed before anything was agreed: any compensation expects `sponsored`, else the type says.
 * Only a hint beside the field; the server writes the expected terms itself.
 */
export function expectedRel(type: PlacementType, compensation: Compensation): RelTerm {
  if (compensation !== 'none') return 'sponsored';
  return BY_TYPE[type] ?? 'follow';
}
