import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';

/** What a name server says of a name. Names that are not here do not exist; `silent` ones are never answered. */
export interface NameRecords {
  readonly mx?: readonly { readonly priority: number; readonly exchange: string }[];
  readonly a?: readonly string[];
  readonly txt?: readonly string[];
  readonly fails?: 'servfail' | 'silent';
}

const TYPES = { a: 1, mx: 15, txt: 16, aaaa: 28 } as const;

/** A name server on loopback (RFC 1035) that answers MX, TXT and A from a table. */
export class DnsServer {
  readonly asked: string[] = [];

  private constructor(
    private readonly socket: Socket,
    private readonly names: Readonly<Record<string, NameRecords>>,
  ) {}

  static async start(names: Readonly<Record<string, NameRecords>>): Promise<DnsServer> {
    const socket = createSocket('udp4');
    const server = new DnsServer(socket, names);
    socket.on('message', (question, from) => server.answer(question, from));
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.socket.close(() => resolve()));
  }

  private answer(question: Buffer, { port, address }: RemoteInfo): void {
    const { name, type, end } = questionOf(question);
    this.asked.push(`${type} ${name}`);
    const known = this.names[name];
    if (known?.fails === 'silent') return;
    const records = recordsOf(known, type);
    const code = known === undefined ? 3 : known.fails === 'servfail' ? 2 : 0;
    const head = Buffer.alloc(12);
    question.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | code, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    this.socket.send(Buffer.concat([head, question.subarray(12, end), ...records]), port, address);
  }
}

function questionOf(question: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('ascii', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: question.readUInt16BE(at + 1), end: at + 5 };
}

function recordsOf(known: NameRecords | undefined, type: number): Buffer[] {
  if (type === TYPES.mx) {
    return (known?.mx ?? []).map(({ priority, exchange }) => {
      const preference = Buffer.alloc(2);
      preference.writeUInt16BE(priority);
      return record(type, Buffer.concat([preference, nameBytes(exchange)]));
    });
  }
  if (type === TYPES.txt) return (known?.txt ?? []).map((text) => record(type, textBytes(text)));
  if (type === TYPES.a)
    return (known?.a ?? []).map((address) => record(type, Buffer.from(address.split('.').map(Number))));
  return [];
}

/** A record of the name that was asked for, for a minute. */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

/** A text in parts of at most 255 bytes (RFC 1035, 3.3.14). */
function textBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'ascii');
  const parts = Array.from({ length: Math.ceil(bytes.length / 255) }, (_, at) =>
    bytes.subarray(at * 255, (at + 1) * 255),
  );
  return Buffer.concat(parts.flatMap((part) => [Buffer.from([part.length]), part]));
}

function nameBytes(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '');
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'ascii')])),
    Buffer.from([0]),
  ]);
}
