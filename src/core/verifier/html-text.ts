/** Runs of white space but for the single space, which is what they become: most texts hold nothing to replace. */
const WHITE_SPACE = /[^\S ]\s*| \s+/g;

/** White space folded to single spaces (no-break and other Unicode spaces too) and cut off at both ends. */
export function foldSpace(text: string): string {
  return text.replace(WHITE_SPACE, ' ').trim();
}

/** Runs of white space as single spaces; unlike `foldSpace` nothing is cut off, for the text goes on. */
export function foldPiece(text: string): string {
  return text.replace(WHITE_SPACE, ' ');
}

/** Stands between the texts of two blocks: a space to a reader, nothing in an anchor. The parser leaves no NUL in any text. */
const BREAK = '\0';

/** A place in the text of a page. */
export interface TextPosition {
  readonly piece: number;
  readonly offset: number;
}

/**
 * The texts of a page in folded pieces, in source order. Anchors, headings and surroundings are cut from it by position, so
 * that none of them is copied while reading.
 */
export class PageText {
  private readonly pieces: string[] = [];
  private length = 0;
  private joined: string | null = null;

  /** The position behind everything added so far. */
  get position(): TextPosition {
    return { piece: this.pieces.length, offset: this.length };
  }

  /** Takes one folded piece in. */
  add(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }

  /** A block begins or ends here. */
  addBreak(): void {
    if (this.pieces.at(-1) !== BREAK) this.add(BREAK);
  }

  /** The folded text between two positions, at most `limit` characters; blocks are joined without a space, as in an anchor. */
  between(start: TextPosition, end: TextPosition, limit: number): string {
    let text = '';
    for (let at = start.piece; at < end.piece && text.length <= limit; at += 1) {
      const piece = this.pieces[at] as string;
      if (piece === BREAK) continue;
      text += piece.startsWith(' ') && (text === '' || text.endsWith(' ')) ? piece.slice(1) : piece;
    }
    return text.trim().slice(0, limit);
  }

  /**
   * The text between two positions (at most `limit` characters of it) and `reach` characters on each side, as it reads. Asked for
   * when the page has been read to its end.
   */
  around(start: TextPosition, end: TextPosition, limit: number, reach: number): string {
    this.joined ??= this.pieces.join('');
    const from = Math.max(0, start.offset - reach);
    const inside = Math.min(end.offset, start.offset + limit);
    const text = this.joined.slice(from, inside) + this.joined.slice(end.offset, end.offset + reach);
    return foldSpace(text.replaceAll(BREAK, ' '));
  }
}

/** Folded text that is counted whole and kept up to a limit. */
export class CountedText {
  private kept = '';
  private gap = false;
  private counted = 0;

  constructor(private readonly limit: number) {}

  /** Characters of the folded text, the spaces between words counted. */
  get length(): number {
    return this.counted;
  }

  /** The folded text, as far as it was kept. */
  get text(): string {
    return this.kept;
  }

  /** Takes one folded piece in. */
  add(folded: string): void {
    const bare = folded.trim();
    if (bare === '') {
      this.gap ||= folded !== '';
      return;
    }
    const gap = this.counted > 0 && (this.gap || folded.startsWith(' ')) ? ' ' : '';
    this.counted += gap.length + bare.length;
    if (this.kept.length < this.limit) this.kept += (gap + bare).slice(0, this.limit - this.kept.length);
    this.gap = folded.endsWith(' ');
  }

  /** A block begins or ends here: words on both sides are apart. */
  addBreak(): void {
    this.gap = true;
  }
}
