import type { ValueTransformer } from 'typeorm';

/** Minor units as numbers: the driver gives a bigint as text; amounts stay far below what a number holds exactly. */
export const wholeUnits: ValueTransformer = {
  to: (amount: number | null) => amount,
  from: (stored: string | null) => (stored === null ? null : Number(stored)),
};
