import { Tooltip } from '@mantine/core';
import classes from './person-mark.module.css';

/** The initials of a person: first letters of the first and the last name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/u);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return letters
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

/** A person as initials in a circle, with the name on hover and for screen readers. */
export function PersonMark({ name }: { readonly name: string | null | undefined }) {
  if (!name) return <span>—</span>;
  return (
    <Tooltip label={name}>
      <span className={classes['mark']} role="img" aria-label={name} data-initials={initials(name)} />
    </Tooltip>
  );
}
