/**
 * A person's name as it is compared and sorted: small letters without accents, hyphens and apostrophes as spaces, single spaces. Two people with
 * one key may still be two people.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What is known of a name: the whole and its parts. */
export interface PersonName {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The name as it is kept: the whole is made of the parts where only those are given, single spaces, at most 200 characters each. */
export function readName(given: Partial<Record<keyof PersonName, string | undefined>>): PersonName {
  const firstName = spaced(given.firstName);
  const lastName = spaced(given.lastName);
  const whole = spaced(given.name);
  return { name: whole === '' ? spaced(`${firstName} ${lastName}`) : whole, firstName, lastName };
}

function spaced(text: string | undefined): string {
  return (text ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
