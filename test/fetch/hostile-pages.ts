import { brotliCompressSync, gzipSync } from 'node:zlib';
import { answer, type RawReply, trickle } from './raw-server.js';

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const PAD = 'x'.repeat(64 * 1024);

/** Each hostile answer with the verdicts and first codes it may come to. Never `absent`, never `live`. */
export const HOSTILE: readonly (readonly [name: string, reply: RawReply, expected: RegExp])[] = [
  [
    'a head one byte a second',
    (socket) => trickle(socket, `${HEAD}X: ${'y'.repeat(60)}`, 500),
    /^unreachable timeout/,
  ],
  [
    'a body one byte a second',
    (socket) => trickle(socket, [`${HEAD}\r\n`, ...'z'.repeat(60)], 500),
    /^unreachable timeout/,
  ],
  ['silence', () => undefined, /^unreachable timeout/],
  ['an endless body', endless, /^unverifiable too_large/],
  [
    'gzip bomb',
    bytes(answer(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50e6)))),
    /^unreachable bad_encoding/,
  ],
  [
    'brotli bomb',
    bytes(answer(200, { 'content-encoding': 'br' }, brotliCompressSync(Buffer.alloc(50e6)))),
    /^unreachable bad_encoding/,
  ],
  [
    'stacked gzip',
    bytes(answer(200, { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync('x')))),
    /^unreachable bad_encoding/,
  ],
  [
    '10^6 nested tags',
    bytes(answer(200, {}, '<div>'.repeat(1e6))),
    /^unverifiable (?:parse_limit|script_shell)/,
  ],
  [
    '10^6 nested formatting tags',
    bytes(answer(200, {}, '<b><i>'.repeat(5e5))),
    /^unverifiable (?:parse_limit|script_shell)/,
  ],
  [
    '10^5 nested tables',
    bytes(answer(200, {}, '<table><tr><td>'.repeat(1e5))),
    /^unverifiable (?:parse_limit|script_shell)/,
  ],
  [
    '10^5 open links',
    bytes(answer(200, {}, '<a href=/x>'.repeat(1e5))),
    /^unverifiable (?:parse_limit|script_shell)/,
  ],
  [
    '10^5 attributes',
    bytes(answer(200, {}, `<p ${Array.from({ length: 1e5 }, (_, at) => `a${at}=1`).join(' ')}>`)),
    /^unverifiable/,
  ],
  ['an attribute of 5 MB', bytes(answer(200, {}, `<p title="${'x'.repeat(5e6)}">`)), /^unverifiable/],
  ['a comment without end', bytes(answer(200, {}, `<!--${'x'.repeat(4e6)}`)), /^unverifiable/],
  [
    'half a million entities',
    bytes(answer(200, {}, '&amp'.repeat(5e5) + '<script>'.repeat(1e4))),
    /^(?:unverifiable|absent link_absent)/,
  ],
  ['HTTP/0.9', bytes('<html><a href=/>x</a></html>'), /^unreachable protocol/],
  ['garbage', bytes('\u0000\u0001\u0002\r\n\r\n'), /^unreachable protocol/],
  [
    'two lengths',
    bytes(`${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n`),
    /^unreachable protocol/,
  ],
  ['a bad chunk', bytes(`${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`), /^unreachable protocol/],
  ['a header of 1 MB', bytes(`${HEAD}X: ${'x'.repeat(1e6)}\r\n\r\n`), /^unreachable protocol/],
  ['10^4 cookies', bytes(`${HEAD}${'Set-Cookie: a=b\r\n'.repeat(1e4)}\r\n`), /^unreachable protocol/],
  ['interim answers without end', bytes('HTTP/1.1 103 E\r\n\r\n'.repeat(1e4)), /^unreachable protocol/],
  ['101', bytes('HTTP/1.1 101 S\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'), /^unreachable protocol/],
  ['204', bytes('HTTP/1.1 204 N\r\n\r\n'), /^unverifiable http_status/],
  ['206', bytes(answer(206, {}, 'x')), /^unverifiable http_status/],
  ['a PDF', bytes(answer(200, { 'content-type': 'application/pdf' }, '%PDF')), /^unverifiable not_html/],
  [
    'a redirect to itself',
    bytes(answer(302, { location: '/page' })),
    /^unreachable (?:redirect_loop|too_many)/,
  ],
  [
    'redirects without end',
    (socket) => void socket.write(answer(302, { location: `/${Math.random()}` })),
    /^unreachable too_many_redirects/,
  ],
  [
    'a redirect to a file',
    bytes(answer(302, { location: 'file:///etc/passwd' })),
    /^unreachable address_refused/,
  ],
];

function bytes(whole: Buffer | string): RawReply {
  return (socket) => void socket.write(whole);
}

function endless(socket: Parameters<RawReply>[0]): void {
  socket.write(`${HEAD}\r\n`);
  const more = () => {
    while (!socket.destroyed && socket.write(PAD));
    if (!socket.destroyed) socket.once('drain', more);
  };
  more();
}
