/** The helpers a template may use besides plain variables, `if`, `unless` and `snippet`. */
export const FORMAT_NAMES = ['default', 'date', 'money', 'lower', 'upper', 'capitalize', 'list'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Whether a word is one of our helpers. */
export function isFormatName(name: string): name is FormatName {
  return FORMAT_NAMES.some((known) => known === name);
}
