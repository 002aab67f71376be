const MOST_SENTENCES = 400;
const MOST_CHARS = 40_000;
const WRAPPED_FROM = 45;

/**
 * Parts a text into sentences. Lines a mail program broke at its width are joined again; shorter ones end a sentence, as in greetings and lists.
 * A full stop behind a single letter or a usual abbreviation ends none.
 */
export function sentencesOf(text: string): readonly string[] {
  return unwrapped(text.slice(0, MOST_CHARS))
    .flatMap(splitLine)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .slice(0, MOST_SENTENCES);
}

function unwrapped(text: string): readonly string[] {
  const out: string[] = [];
  let isOpen = false;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const trimmed = line.trim();
    if (isOpen && trimmed !== '') out[out.length - 1] = `${out.at(-1) ?? ''} ${trimmed}`;
    else out.push(trimmed);
    isOpen = trimmed !== '' && line.length >= WRAPPED_FROM && !/[.!?…:]["')\]]?$/.test(trimmed);
  }
  return out;
}

const ABBREVIATION =
  /(?:^|[\s(.])(?:\p{L}|bijv|evt|incl|excl|nr|mr|mrs|ms|dr|ir|drs|prof|st|vs|etc|approx|inc|ltd|dhr|mevr|mw|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec)\.$/iu;

function splitLine(line: string): readonly string[] {
  const out: string[] = [];
  let open = '';
  for (const piece of line.split(/(?<=[.!?…])(?=["')\]]?\s)/)) {
    open += piece;
    if (ABBREVIATION.test(open.trimEnd()) || !/[.!?…]["')\]]?$/.test(open.trimEnd())) continue;
    out.push(open);
    open = '';
  }
  return open === '' ? out : [...out, open];
}
