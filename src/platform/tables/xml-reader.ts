import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { TableError } from './table.js';

/** What is told of a document, in its order; names come without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML (in UTF-8, as workbooks hold it) piece by piece, and gives the length of each; the caller may then take what it gathered. Entities of a document's own
 * are not known, so none can grow. Throws `TableError` for what is not well-formed.
 */
export async function* readXml(bytes: AsyncIterable<Uint8Array>, events: XmlEvents): AsyncGenerator<number> {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new TableError('broken_archive', 1);
  });
  parser.on('opentag', (tag) => events.open?.(local(tag.name), tag.attributes));
  parser.on('closetag', (tag) => events.close?.(local(tag.name)));
  if (events.text !== undefined) {
    parser.on('text', (text) => events.text?.(text));
    parser.on('cdata', (text) => events.text?.(text));
  }
  const decoder = new StringDecoder('utf8');
  for await (const piece of bytes) {
    parser.write(decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.length)));
    yield piece.length;
  }
  parser.close();
}

/** Reads a whole document. */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const pieces = readXml(bytes, events);
  while ((await pieces.next()).done !== true);
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
