import type { orderCodes } from '../../errors/codes/orders.js';

/** What happened and what to do next, for refusals about orders. */
export const orderProblems: Readonly<Record<keyof typeof orderCodes, string>> = {
  'order.not_found': 'There is no such order here. Go back to the list.',
  'order.changed_meanwhile':
    'Somebody else changed this order meanwhile. Load it again and make your change once more.',
  'order.act_not_allowed':
    'That cannot be done with the order as it stands now. Load it again to see what can.',
  'order.without_lines': 'The order has no lines. Add what it buys first.',
  'order.money_fixed': 'The order is placed: its lines and amounts stay. Credit or replace a line instead.',
  'order.paid_already': 'The supplier was paid already. Record what comes back as a credit instead.',
  'order.nothing_payable':
    'Nothing may be paid yet: no line was seen live as agreed. The page of the order says of each line why.',
  'order.line_not_payable':
    'One of these lines may not be paid: it was not seen live as agreed. Load the order again.',
  'order.line_not_found': 'The order has no such line. Load the page again.',
  'order.line_closed': 'This line is closed: it was replaced, cancelled or credited in full.',
  'order.line_paid': 'This line is paid. Replace it or credit it instead.',
  'order.line_not_paid':
    'This line was not paid, so nothing can come back for it. Take it out of the order instead.',
  'order.line_without_placement':
    'This line has no placement yet. Choose the placement it buys instead of a replacement.',
  'order.credit_too_high': 'That is more than was paid for this line and not credited yet. Lower the amount.',
  'order.credit_vat_too_high': 'That is more VAT than was paid for this line and not credited yet. Lower it.',
  'order.placement_taken': 'Another order line buys this placement already. Choose another one.',
  'order.not_of_this_client': 'That belongs to another client than the order. Choose one of the same client.',
  'order.rate_without_budget':
    'A rate needs a campaign with a budget in another currency. Choose the campaign, or leave the rate out.',
  'order.replacement_needed':
    'Say where the link stands now: choose a placement, or give the address of the page.',
  'order.term_reversed': 'The term ends before it begins. Correct one of the days.',
  'order.renewed_already': 'This order was renewed already. Open the order that goes on with it.',
  'order.nothing_to_renew': 'No line of this order can go on: all are lost, credited or closed.',
  'order.without_term':
    'This order has no last day, so there is nothing to renew or to let end. Set its term first.',
};
