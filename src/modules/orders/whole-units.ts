/** Minor units as numbers: the driver gives a bigint as text; amounts stay far below what a number holds exactly. */
export const wholeUnits = {
  to: (amount: number | null) => amount,
  from: (stored: string | null) => (stored === null ? null : Number(stored)),
};
