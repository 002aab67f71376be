import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, rootCertificates } from 'node:tls';
import type { buildConnector } from 'undici';
import { type AddressGuard, canonicalAddress, type Destination } from './address-guard.js';
import { FetchError } from './failure.js';

const DNS_LIMIT_MS = 10_000;
const CONNECT_LIMIT_MS = 5_000;
/** How long one address is tried before the next one is tried beside it (RFC 8305). */
const NEXT_ADDRESS_MS = 250;

interface Dial {
  readonly secure: boolean;
  readonly name: string;
  readonly destination: Destination;
  /** Certificates (PEM) trusted besides the usual ones. */
  readonly trusted: readonly string[];
}

/**
 * The only way our requests reach the network: asks the guard, connects to a checked address and to no other, and looks at
 * the address really connected to before a byte is sent. The name is resolved once per connection, so there is no second,
 * different answer to fall for.
 */
export function guardedConnector(
  guard: AddressGuard,
  trusted: readonly string[] = [],
): buildConnector.connector {
  return (options, callback) => {
    dial(guard, options, trusted).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error as Error, null),
    );
  };
}

async function dial(
  guard: AddressGuard,
  options: buildConnector.Options,
  trusted: readonly string[],
): Promise<Socket> {
  const secure = options.protocol === 'https:';
  const port = options.port === '' || !options.port ? (secure ? 443 : 80) : Number(options.port);
  const answer = await within(
    DNS_LIMIT_MS,
    guard.destination(options.hostname, port),
    new FetchError({ code: 'dns', detail: 'timeout' }),
  );
  if (!answer.ok) throw new FetchError({ code: answer.code, detail: answer.detail });
  const name = options.hostname.replace(/^\[|\]$/g, '');
  return open({ secure, name, destination: answer.destination, trusted });
}

function open(target: Dial): Promise<Socket> {
  const { secure, name, destination } = target;
  return new Promise((resolve, reject) => {
    const where = {
      host: destination.addresses.length === 1 ? (destination.addresses[0] as string) : name,
      port: destination.port,
      lookup: pinnedLookup(destination.addresses),
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
      highWaterMark: 64 * 1024,
    };
    const socket = secure ? connectTls({ ...where, ...tlsOptions(target) }) : connectTcp(where);
    let connected = false;
    const timer = setTimeout(() => socket.destroy(lateError(secure, connected)), CONNECT_LIMIT_MS);
    socket.once('connect', () => {
      connected = true;
      if (!isOneOf(destination.addresses, socket.remoteAddress)) {
        socket.destroy(new FetchError({ code: 'address_refused', detail: 'other_address' }));
      }
    });
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      if (!socket.destroyed) resolve(socket);
    });
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(secure && connected ? asTlsError(error) : error);
    };
    socket.on('error', fail);
    socket.once('close', () => fail(new FetchError({ code: 'protocol', detail: 'connection_closed' })));
    socket.setNoDelay(true);
  });
}

function tlsOptions({ name, trusted }: Dial): ConnectionOptions {
  return {
    ALPNProtocols: ['http/1.1'],
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ...(trusted.length > 0 ? { ca: [...rootCertificates, ...trusted] } : {}),
  };
}

/** A connection that dies or stalls between TCP and TLS is the fault of the handshake. */
function asTlsError(error: Error): Error {
  const code = (error as { code?: string }).code ?? '';
  const plain =
    code === 'ECONNRESET' ||
    code === 'EPIPE' ||
    (error instanceof FetchError && error.failure.code === 'protocol');
  return plain ? new FetchError({ code: 'tls', detail: 'handshake' }) : error;
}

function lateError(secure: boolean, connected: boolean): FetchError {
  return new FetchError(
    secure && connected ? { code: 'tls', detail: 'handshake' } : { code: 'timeout', detail: 'connect' },
  );
}

function isOneOf(checked: readonly string[], connected: string | undefined): boolean {
  if (connected === undefined) return false;
  const canonical = canonicalAddress(connected);
  return canonical !== null && checked.some((address) => canonicalAddress(address) === canonical);
}

/** Answers with the checked addresses and with nothing else. */
function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const list = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, options, callback) => {
    if (options.all === true) return callback(null, list);
    const first = list[0] as { address: string; family: number };
    return callback(null, first.address, first.family);
  };
}

async function within<T>(ms: number, work: Promise<T>, late: Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
