/** A part of a mail as its server describes it (BODYSTRUCTURE). */
export interface PartStructure {
  /** Its number, e.g. `1.2`; absent for the whole of a mail. */
  readonly part?: string | undefined;
  readonly type: string;
  readonly size?: number | undefined;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  readonly childNodes?: readonly PartStructure[] | undefined;
}

/** A part to ask for: its own header, and its body up to so many bytes. */
export interface WantedPart {
  readonly part: string;
  readonly atMost: number;
}

/** What was got of a part. */
export interface GotPart {
  readonly header: Buffer;
  readonly body: Buffer;
}

const TEXT_BYTES = 1_000_000;
const MOST_PARTS = 100;
const DEEPEST = 20;

/** The parts that are read of a mail too large to be fetched whole: text, reports and returned messages, up to 1 MB each; no attachments. */
export function wantedParts(structure: PartStructure): WantedPart[] {
  return leaves(structure, 0)
    .filter(({ type }) => isRead(type))
    .slice(0, MOST_PARTS)
    .map(({ part }) => ({ part: part ?? '1', atMost: TEXT_BYTES }));
}

/** A smaller mail of the same form: its header, the parts that were got, and the headers of those that were not. */
export function partialMail(
  structure: PartStructure,
  header: Buffer,
  got: ReadonlyMap<string, GotPart>,
): Buffer {
  const pieces: Buffer[] = [header];
  if (structure.childNodes === undefined) {
    pieces.push(got.get(structure.part ?? '1')?.body ?? Buffer.alloc(0));
    return Buffer.concat(pieces);
  }
  writeChildren(structure, { pieces, got, parts: 0 }, 0);
  return Buffer.concat(pieces);
}

interface Writing {
  readonly pieces: Buffer[];
  readonly got: ReadonlyMap<string, GotPart>;
  parts: number;
}

function writeChildren(
  { childNodes = [], parameters }: PartStructure,
  writing: Writing,
  depth: number,
): void {
  const boundary = parameters?.['boundary'] ?? '';
  if (depth > DEEPEST || boundary === '') return;
  for (const child of childNodes) {
    writing.parts += 1;
    if (writing.parts > MOST_PARTS) break;
    writing.pieces.push(Buffer.from(`\r\n--${boundary}\r\n`, 'latin1'));
    writeChild(child, writing, depth);
  }
  writing.pieces.push(Buffer.from(`\r\n--${boundary}--\r\n`, 'latin1'));
}

function writeChild(child: PartStructure, writing: Writing, depth: number): void {
  const own = writing.got.get(child.part ?? '');
  writing.pieces.push(own?.header ?? headerOf(child));
  if (isContainer(child)) writeChildren(child, writing, depth + 1);
  else if (own !== undefined) writing.pieces.push(own.body);
}

/** The least that says what a part would be. */
function headerOf({ type, parameters = {} }: PartStructure): Buffer {
  const safe = Object.entries(parameters).filter(
    ([name, value]) => /^[\w-]{1,40}$/.test(name) && value.length < 200,
  );
  const written = safe.map(([name, value]) => `; ${name}="${value.replace(/["\\\r\n]/g, '')}"`).join('');
  return Buffer.from(`Content-Type: ${type.replace(/[^\w/.+-]/g, '')}${written}\r\n\r\n`, 'latin1');
}

/** A returned message is fetched as one, with all that is in it. */
function isContainer({ type, childNodes }: PartStructure): boolean {
  return childNodes !== undefined && type.toLowerCase().startsWith('multipart/');
}

function leaves(structure: PartStructure, depth: number): PartStructure[] {
  if (!isContainer(structure) || depth > DEEPEST) return [structure];
  return (structure.childNodes ?? []).slice(0, MOST_PARTS).flatMap((child) => leaves(child, depth + 1));
}

function isRead(type: string): boolean {
  return /^(?:text\/(?:plain|html|rfc822-headers|x-amp-html)|message\/)/i.test(type);
}
