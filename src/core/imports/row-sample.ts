const FIRST = 1_000;
const EVERY = 100;
const MOST = 5_000;
const LONGEST_CELL = 300;

/** Gathers rows from all over a file, while it is read, to decide how its values are written: the first thousand, then every hundredth. */
export class RowSample {
  readonly rows: (readonly string[])[] = [];
  private seen = 0;

  add(cells: readonly string[]): void {
    this.seen += 1;
    const isWanted = this.seen <= FIRST || (this.seen % EVERY === 0 && this.rows.length < MOST);
    if (isWanted) this.rows.push(cells.map((cell) => copied(cell.slice(0, LONGEST_CELL))));
  }
}

/** A short piece of a long text keeps all of it in memory; a copy does not. */
function copied(cell: string): string {
  return cell.length > 12 ? [...cell].join('') : cell;
}
