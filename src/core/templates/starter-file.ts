/** A starter template as it stands in a file: a head of lines between `---`, then the text. */
export interface StarterFile {
  readonly name: string;
  readonly subjects: readonly string[];
  readonly note: string;
  readonly body: string;
}

const HEAD = /^(name|subject|note): (.+)$/;

/**
 * Reads a starter file: `---`, lines `name: ...`, `subject: ...` (one for each variant) and `note: ...`, `---`, then the text.
 * Null when the head is not that, or there is no subject.
 */
export function readStarterFile(source: string): StarterFile | null {
  const [first, ...lines] = source.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.indexOf('---');
  if (first !== '---' || end < 0) return null;
  const head = lines.slice(0, end).filter((line) => line.trim() !== '');
  const found = head.map((line) => HEAD.exec(line));
  if (found.some((match) => match === null)) return null;
  const all = (key: string): string[] =>
    found.flatMap((match) => (match?.[1] === key ? [match[2] ?? ''] : []));
  const subjects = all('subject');
  if (subjects.length === 0 || subjects.length > 5) return null;
  const body = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  return { name: all('name')[0] ?? '', subjects, note: all('note').join(' '), body: `${body}\n` };
}
