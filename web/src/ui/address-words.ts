const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MONTH = /^(?:19[7-9]\d|2\d{3})-(?:0[1-9]|1[0-2])$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST = 200;

/** Readers of what stands in the address bar: what is not understood is nothing, so that old links still open their page. */
export const inAddress = {
  id: (value: unknown): string | undefined =>
    typeof value === 'string' && ID.test(value) ? value : undefined,
  flag: (value: unknown): true | undefined =>
    value === true || value === 'true' || value === 1 ? true : undefined,
  word: <Word extends string>(words: readonly Word[], value: unknown): Word | undefined =>
    words.find((word) => word === value),
  month: (value: unknown): string | undefined =>
    typeof value === 'string' && MONTH.test(value) ? value : undefined,
  day: (value: unknown): string | undefined =>
    typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined,
  text: (value: unknown): string | undefined => {
    const given = typeof value === 'number' ? String(value) : value;
    if (typeof given !== 'string') return undefined;
    const cut = given.trim().slice(0, LONGEST);
    return cut === '' ? undefined : cut;
  },
} as const;

/** Leaves out every key without a value, so that equal searches are equal objects and addresses stay short. */
export function withoutNothing<Shape extends object>(
  value: Shape,
): { [Key in keyof Shape]?: NonNullable<Shape[Key]> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== null)) as {
    [Key in keyof Shape]?: NonNullable<Shape[Key]>;
  };
}
