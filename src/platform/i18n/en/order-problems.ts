import type { orderCodes } from '../../errors/codes/orders.js';

/** What happened and what to do next, for refusals about orders. */
export const orderProblems: Readonly<Record<keyof typeof orderCodes, string>> = {};
