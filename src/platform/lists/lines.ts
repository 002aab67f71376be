/** What a line that is too long becomes: nothing a reader takes for a row. */
const TOO_LONG = '';

/**
 * The lines of a stream of ASCII text, in the batches in which they arrive; line ends LF or CRLF, the CR stays. A line longer than the limit is
 * given as an empty one, however long it is: no more than the limit is kept.
 */
export async function* linesOf(source: AsyncIterable<Buffer>, longest: number): AsyncGenerator<string[]> {
  const open = new OpenLine(longest);
  for await (const chunk of source) {
    const [first = '', ...others] = chunk.toString('latin1').split('\n');
    open.add(first);
    const next = others.pop();
    if (next === undefined) continue;
    const lines = [open.take(), ...others.map((line) => (line.length > longest ? TOO_LONG : line))];
    open.add(next);
    yield lines;
  }
  if (!open.isEmpty) yield [open.take()];
}

/** The line whose end has not come yet; of one that is too long nothing is kept but that it is. */
class OpenLine {
  private text = '';
  private isTooLong = false;

  constructor(private readonly longest: number) {}

  get isEmpty(): boolean {
    return this.text === '' && !this.isTooLong;
  }

  add(part: string): void {
    this.isTooLong ||= this.text.length + part.length > this.longest;
    this.text = this.isTooLong ? '' : this.text + part;
  }

  take(): string {
    const line = this.isTooLong ? TOO_LONG : this.text;
    this.text = '';
    this.isTooLong = false;
    return line;
  }
}
