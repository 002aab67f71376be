/** Decoding of punycode labels (RFC 3492), so that a stored ASCII host can be shown in Unicode. */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;
const MAX_CODE_POINT = 0x10ffff;

/** Decodes one label without its `xn--`; null when it is not punycode (RFC 3492, section 6.2). */
export function decodePunycode(encoded: string): string | null {
  const delimiter = encoded.lastIndexOf('-');
  const output = [...encoded.slice(0, Math.max(delimiter, 0))].map((char) => char.charCodeAt(0));
  let rest = encoded.slice(delimiter + 1);
  let n = INITIAL_N;
  let index = 0;
  let bias = INITIAL_BIAS;
  while (rest !== '') {
    const read = readDelta(rest, bias);
    if (read === null) return null;
    const before = index;
    index += read.delta;
    const length = output.length + 1;
    bias = adapt(index - before, length, before === 0);
    n += Math.floor(index / length);
    index %= length;
    if (n > MAX_CODE_POINT) return null;
    output.splice(index, 0, n);
    index += 1;
    rest = rest.slice(read.used);
  }
  return String.fromCodePoint(...output);
}

function readDelta(text: string, bias: number): { delta: number; used: number } | null {
  let delta = 0;
  let weight = 1;
  for (let used = 0; used < text.length; used += 1) {
    const digit = digitOf(text.charCodeAt(used));
    if (digit === null) return null;
    delta += digit * weight;
    if (delta > Number.MAX_SAFE_INTEGER) return null;
    const threshold = Math.min(Math.max(BASE * (used + 1) - bias, T_MIN), T_MAX);
    if (digit < threshold) return { delta, used: used + 1 };
    weight *= BASE - threshold;
  }
  return null;
}

function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  return null;
}

function adapt(delta: number, length: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : Math.floor(delta / 2);
  rest += Math.floor(rest / length);
  let k = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
