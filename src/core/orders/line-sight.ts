import { relFault } from '../placements/rel-term.js';
import type { AgreedLabel, Order, OrderLine, PlacementFacts, Placements } from './order.js';

export const SIGHTS = [
  'no_placement',
  'awaited',
  'could_not_check',
  'terms_differ',
  'label_missing',
  'label_not_seen',
  'met',
  'lost',
] as const;
/** What the verifier knows of what a line bought. `met` alone makes it payable. */
export type Sight = (typeof SIGHTS)[number];

type Label = AgreedLabel | null;

/**
 * Says what is known of what a line bought. Only the state of the placement counts, never one check; an agreed label is asked of the rel
 * that was seen, whether or not the placement has it as a term (D294). After the term a line that was delivered stays so: nothing more is
 * owed by the supplier.
 */
export function sightOf(
  line: OrderLine,
  order: Pick<Order, 'labelAgreed' | 'endsOn'>,
  placements: Placements,
  today: string,
): Sight {
  const placement = line.placementId === null ? undefined : placements.get(line.placementId);
  if (placement === undefined) return 'no_placement';
  const sight = BY_STATE[placement.state](line, placement, order.labelAgreed);
  const isOver = order.endsOn !== null && today > order.endsOn;
  return isOver && line.hasBeenMet && line.state !== 'lost' ? 'met' : sight;
}

type Judge = (line: OrderLine, placement: PlacementFacts, label: Label) => Sight;

const lost: Judge = () => 'lost';
const couldNotCheck: Judge = () => 'could_not_check';
/** What was delivered before people closed the placement stays delivered. */
const closed: Judge = (line) => (line.hasBeenMet && line.state !== 'lost' ? 'met' : 'lost');

const BY_STATE: Readonly<Record<PlacementFacts['state'], Judge>> = {
  awaited: () => 'awaited',
  live: (_, placement, label) => labelled(placement, label),
  differs: () => 'terms_differ',
  removed: lost,
  site_down: couldNotCheck,
  site_gone: lost,
  check_by_hand: couldNotCheck,
  ended: closed,
  released: lost,
  replaced: closed,
};

function labelled({ rel }: PlacementFacts, label: Label): Sight {
  if (label === null || label === 'none') return 'met';
  if (rel === null) return 'label_not_seen';
  return relFault(label, rel, false) === null ? 'met' : 'label_missing';
}
