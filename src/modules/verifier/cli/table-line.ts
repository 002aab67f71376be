import type { VerifyLine } from './verify-line.js';

export const TABLE_HEADER = `${'row'.padStart(6)}  ${'verdict'.padEnd(12)}  page -> target`;

/** One checked row for a person: the verdict, the two addresses, and below each finding its sentence. */
export function tableLine(line: VerifyLine): string {
  const verdict = (line.verdict ?? 'invalid row').padEnd(12);
  const head = `${String(line.row).padStart(6)}  ${verdict}  ${printable(line.sourceUrl)} -> ${printable(line.targetUrl)}`;
  const findings = line.findings.map(
    ({ severity, message }) => `${' '.repeat(22)}${severity}: ${printable(message)}`,
  );
  return [head, ...findings].join('\n');
}

/** Addresses and anchors come from strangers: nothing in them may steer a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}
