/** What a line that is too long becomes: nothing a reader takes for a row. */
const TOO_LONG = '';

/**
 * The lines of a stream of ASCII text, in the batches in which they arrive; line ends LF or CRLF, the CR stays. A line longer than the limit is
 * given as an empty one, however long it is: no more than the limit is kept.
 */
export async function* linesOf(source: AsyncIterable<Buffer>, longest: number): AsyncGenerator<string[]> {
  let rest = '';
  let isCut = false;
  for await (const chunk of source) {
    const lines = chunk.toString('latin1').split('\n');
    lines[0] = isCut ? TOO_LONG : rest + String(lines[0]);
    if (lines.length === 1) {
      isCut ||= lines[0].length > longest;
      rest = isCut ? '' : lines[0];
      continue;
    }
    rest = lines.pop() ?? '';
    isCut = rest.length > longest;
    if (isCut) rest = '';
    yield lines.map((line) => (line.length > longest ? TOO_LONG : line));
  }
  if (isCut || rest !== '') yield [isCut ? TOO_LONG : rest];
}
