const WHITE_SPACE = /\s+/g;

/** White space folded to single spaces (no-break and other Unicode spaces too) and cut off at both ends. */
export function foldSpace(text: string): string {
  return text.replace(WHITE_SPACE, ' ').trim();
}

/** Stands between the texts of two blocks: a space to a reader, nothing in an anchor. */
export const BREAK = '\uE000';

/** The most pieces looked at for one short text: a page of a million empty pieces must not cost a million times a million. */
const PIECES_AROUND = 400;

/**
 * The texts of a page in pieces, in source order. Anchors, headings and surroundings are cut from it by position, so that
 * none of them is copied while reading.
 */
export class PageText {
  private readonly pieces: string[] = [];

  /** The position behind everything added so far. */
  get position(): number {
    return this.pieces.length;
  }

  add(text: string): void {
    this.pieces.push(text);
  }

  /** A block begins or ends here. */
  addBreak(): void {
    if (this.pieces.at(-1) !== BREAK) this.pieces.push(BREAK);
  }

  /** The folded text between two positions, at most `limit` characters; blocks are joined without a space, as in an anchor. */
  between(start: number, end: number, limit: number): string {
    let text = '';
    for (let at = start; at < end && text.length <= limit; at += 1) {
      const piece = this.pieces[at] as string;
      if (piece === BREAK) continue;
      text += startsLikeEnd(text, piece.replace(WHITE_SPACE, ' '));
    }
    return text.trim().slice(0, limit);
  }

  /** As much folded text before a position as fits into `limit`. */
  before(position: number, limit: number): string {
    let text = '';
    const first = Math.max(0, position - PIECES_AROUND);
    for (let at = position - 1; at >= first && text.length <= limit; at -= 1) {
      text = (this.pieces[at] as string).replace(BREAK, ' ').slice(-4 * limit) + text;
      text = text.replace(WHITE_SPACE, ' ');
    }
    return text.slice(-limit);
  }

  /** As much folded text from a position on as fits into `limit`. */
  after(position: number, limit: number): string {
    let text = '';
    const last = Math.min(this.pieces.length, position + PIECES_AROUND);
    for (let at = position; at < last && text.length <= limit; at += 1) {
      text += (this.pieces[at] as string).replace(BREAK, ' ').slice(0, 4 * limit);
      text = text.replace(WHITE_SPACE, ' ');
    }
    return text.slice(0, limit);
  }
}

/** A folded piece without its first space when the text so far ends with one or is empty. */
function startsLikeEnd(text: string, piece: string): string {
  return piece.startsWith(' ') && (text === '' || text.endsWith(' ')) ? piece.slice(1) : piece;
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

  add(text: string): void {
    const folded = text.replace(WHITE_SPACE, ' ');
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
