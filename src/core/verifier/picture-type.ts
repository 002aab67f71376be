/** Pictures a person may add to a sight by hand, by the first bytes of their files. */
const SIGNATURES: readonly (readonly [mediaType: string, at: number, bytes: readonly number[]])[] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
];
const RIFF = [0x52, 0x49, 0x46, 0x46];

/** What kind of picture a file is by its own bytes, whatever it is called; null for anything else. */
export function pictureType(content: Uint8Array): string | null {
  const found = SIGNATURES.find(([, at, bytes]) =>
    bytes.every((byte, place) => content[at + place] === byte),
  );
  if (found === undefined) return null;
  const isWebp = found[0] === 'image/webp';
  return isWebp && !RIFF.every((byte, place) => content[place] === byte) ? null : found[0];
}
