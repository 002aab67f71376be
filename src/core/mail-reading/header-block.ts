import type { MailHeader } from './mail-parts.js';

const MOST_CHARS = 200_000;
const MOST_HEADERS = 500;
const FIELD = /^([!-9;-~]{1,80})[ \t]*:(.*)$/;

/**
 * Reads a block of header fields (RFC 5322, 2.2) up to its first empty line, folded lines put together. Lines that are no field are passed
 * over: what reports return is often cut short or written by hand.
 */
export function readHeaderBlock(text: string): readonly MailHeader[] {
  return readBlocks(text, 1)[0] ?? [];
}

/** Reads blocks of header fields parted by empty lines, as a delivery report has them (RFC 3464, 2.1.1). */
export function readHeaderBlocks(text: string): readonly (readonly MailHeader[])[] {
  return readBlocks(text, MOST_HEADERS);
}

function readBlocks(text: string, most: number): MailHeader[][] {
  const blocks: MailHeader[][] = [];
  let block: MailHeader[] = [];
  const close = () => {
    if (block.length > 0) blocks.push(block);
    block = [];
  };
  for (const line of text.slice(0, MOST_CHARS).split(/\r\n|\n|\r/)) {
    if (blocks.length >= most) break;
    if (line.trim() === '') close();
    else addLine(block, line);
  }
  close();
  return blocks.slice(0, most);
}

function addLine(block: MailHeader[], line: string): void {
  const last = block.at(-1);
  if (/^[ \t]/.test(line) && last !== undefined) {
    block[block.length - 1] = { key: last.key, value: `${last.value} ${line.trim()}`.slice(0, 20_000) };
    return;
  }
  const [, key, value = ''] = FIELD.exec(line) ?? [];
  if (key !== undefined && block.length < MOST_HEADERS)
    block.push({ key: key.toLowerCase(), value: value.trim() });
}
