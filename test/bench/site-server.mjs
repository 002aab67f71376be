import { createServer } from 'node:net';
import { sitePages } from './site-pages.mjs';

/** A site with prebuilt answers in a process of its own: far quicker than whoever is measured against it. */
const answers = new Map([
  ['/robots.txt', answer(200, 'text/plain', Buffer.from('User-agent: *\nDisallow: /private/\n'), '')],
]);
for (const [path, { bytes }] of sitePages())
  answers.set(path, answer(200, 'text/html; charset=utf-8', bytes, 'Content-Encoding: gzip\r\n'));
const missing = answer(404, 'text/plain', Buffer.from('not here'), '');
const served = { requests: 0 };

function answer(status, type, body, more) {
  const head = `HTTP/1.1 ${status} X\r\nContent-Type: ${type}\r\n${more}Content-Length: ${body.length}\r\nConnection: keep-alive\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

const server = createServer({ noDelay: true }, (socket) => {
  let seen = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    seen += bytes.toString('latin1');
    for (let end = seen.indexOf('\r\n\r\n'); end !== -1; end = seen.indexOf('\r\n\r\n')) {
      const target = seen.slice(seen.indexOf(' ') + 1, seen.indexOf(' HTTP/'));
      seen = seen.slice(end + 4);
      served.requests += 1;
      socket.write(answers.get(target.split('?')[0]) ?? missing);
    }
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('message', () => {
  process.send({ requests: served.requests });
  served.requests = 0;
});
process.on('disconnect', () => process.exit(0));
