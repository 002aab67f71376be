/** Letters that decomposing leaves whole, in the spelling people use without them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Legal forms as they stand at the end of a name, without dots; several words where the form has several. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `ab ag aps as asa asbl bv bvba co company corp corporation cv doo dooel eg eood eu ev eurl gbr gmbh gmbhcokg gmbhcoohg
   inc incorporated kft kg kgaa limited llc llp lp ltd ltda maatschap mbh nv oe ood ohg oy oyj plc pte pty ptyltd pteltd sa
   sae sarl sas sasu sc sca scs sl slu sll snc spa spj spk spzoo spzook sro srl ug vof vzw zrt`
    .split(/\s+/)
    .filter((form) => form !== ''),
);

/** The most words a legal form is written in (`GmbH & Co. KG`, `Sp. z o.o.`, `S. à r. l.`). */
const LONGEST_FORM = 4;

/**
 * The key by which names of publishers are compared: case, accents, punctuation and legal forms at the end make no other
 * publisher ("Kanaal Média B.V." is "kanaal media"). A name of nothing else stays what it is.
 */
export function nameKey(name: string): string {
  const words = foldedText(name).split(' ');
  const bare = withoutLegalForms(words).join(' ');
  return bare === '' ? name.trim().toLowerCase() : bare;
}

/** A text for searching: lower case, without accents, one space where there was anything but letters and digits. */
export function foldedText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’]/g, '')
    .replace(/(?<=(?:^|[^\p{L}\p{N}])\p{L})\.(?=\p{L}(?:\.|$|[^\p{L}\p{N}]))/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Cuts legal forms off the end, one after the other, but never the whole name. */
function withoutLegalForms(words: readonly string[]): readonly string[] {
  let left = words;
  for (;;) {
    const length = legalFormLength(left);
    if (length === 0 || length >= left.length) return left;
    left = left.slice(0, left.length - length);
  }
}

/** How many words at the end are a legal form; 0 when none is. The longest form wins. */
function legalFormLength(words: readonly string[]): number {
  for (let length = Math.min(LONGEST_FORM, words.length); length > 0; length -= 1) {
    if (LEGAL_FORMS.has(words.slice(-length).join(''))) return length;
  }
  return 0;
}
