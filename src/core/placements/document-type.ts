/** Beginnings of files that agreements come in. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], mediaType: string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'application/x-ole-storage'],
  [[0x50, 0x4b, 0x03, 0x04], 'application/zip'],
];

/** Characters a text never holds: control characters other than tab, line feed, form feed and carriage return. */
const NO_TEXT = /(?![\t\n\f\r])\p{Cc}/u;

/**
 * What a document is, by its bytes alone: what its name or its sender says is not believed. PDF, pictures, office files (as ZIP or OLE) and
 * plain text; HTML, SVG and mail count as plain text, so that no browser ever runs them. null for everything else.
 */
export function documentType(content: Uint8Array): string | null {
  const known = BEGINNINGS.find(([bytes]) => bytes.every((byte, index) => content[index] === byte));
  if (known !== undefined) return known[1];
  if (isWebp(content)) return 'image/webp';
  return content.length > 0 && isText(content) ? 'text/plain' : null;
}

function isWebp(content: Uint8Array): boolean {
  const text = String.fromCharCode(...content.subarray(0, 12));
  return text.startsWith('RIFF') && text.endsWith('WEBP');
}

function isText(content: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(content);
  return !text.includes('\uFFFD') && !NO_TEXT.test(text);
}

/** A file name as it is kept: the last part of a path, without control characters, at most 200 characters, never empty. */
export function documentName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) as string;
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  const short = [...clean].slice(-200).join('');
  return short === '' || /^\.+$/.test(short) ? 'document' : short;
}
