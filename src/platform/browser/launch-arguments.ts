/**
 * Chromium gets no network of its own: every name is unknown to it, also those of the proxy that everything (loopback too) would have to
 * go through. What a page asks for is answered from outside by request interception.
 */
export const NETWORKLESS_ARGUMENTS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://nowhere.invalid:1',
  '--proxy-bypass-list=<-loopback>',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-domain-reliability',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--no-pings',
  '--disable-features=WebRtcHideLocalIpsWithMdns,WebTransport,DnsOverHttps,AsyncDns,Prerender2,MediaRouter,OptimizationHints',
  '--disable-gpu',
  '--disable-webgl',
  '--mute-audio',
  '--js-flags=--max-old-space-size=256',
] as const;

/** Runs in every frame before the page's scripts: ways to the network that interception does not see are not there. */
export const WITHOUT_SIDE_DOORS = `
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocket',
    'WebSocketStream', 'EventSource', 'SharedWorker', 'PushManager']) {
    try { delete globalThis[name]; Object.defineProperty(globalThis, name, { value: undefined }); } catch {}
  }
`;
