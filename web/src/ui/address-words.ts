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

/** Several words as the address says them, parted by commas; none is no filter. */
export function joined(words: readonly string[]): string | undefined {
  return words.length > 0 ? words.join(',') : undefined;
}

/** The words the address says with commas. */
export function parted(value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : value.split(',');
}

/** The same keys, those that may have no value as optional ones. */
type WithoutNothing<Shape> = {
  [Key in keyof Shape as IsSure<Shape[Key]> extends true ? Key : never]: Shape[Key];
} & {
  [Key in keyof Shape as IsSure<Shape[Key]> extends true ? never : Key]?: NonNullable<Shape[Key]>;
};

type IsSure<Value> = undefined extends Value ? false : null extends Value ? false : true;

/** Leaves out every key without a value, so that equal searches are equal objects and addresses stay short. */
export function withoutNothing<Shape extends object>(value: Shape): WithoutNothing<Shape> {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined && one !== null),
  ) as WithoutNothing<Shape>;
}
