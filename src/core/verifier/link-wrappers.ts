import { parseUrl } from '../sites/parse-url.js';

/**
 * Hosts whose links only lead on to another address: shorteners, click counters, affiliate networks, mail and
 * social redirectors (D141). Sub-domains count.
 */
const WRAPPER_HOSTS: readonly string[] = [
  // shorteners
  'bit.ly',
  'bitly.com',
  'buff.ly',
  'cutt.ly',
  'dlvr.it',
  'goo.gl',
  'ift.tt',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'short.io',
  'shorturl.at',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'trib.al',
  'v.gd',
  'geni.us',
  'smarturl.it',
  'amzn.to',
  'fb.me',
  // redirectors of large sites
  'l.facebook.com',
  'lm.facebook.com',
  'l.instagram.com',
  'out.reddit.com',
  'href.li',
  'anonym.to',
  // affiliate networks and click counters
  'anrdoezrs.net',
  'dpbolvw.net',
  'jdoqocy.com',
  'kqzyfj.com',
  'tkqlhce.com',
  'emjcd.com',
  'awin1.com',
  'zenaps.com',
  'shareasale.com',
  'shareasale-analytics.com',
  'linksynergy.com',
  'go2cloud.org',
  'hasoffers.com',
  'pntra.com',
  'pntrac.com',
  'pntrs.com',
  'gopjn.com',
  'pjatr.com',
  'pjtra.com',
  'partnerize.com',
  'prf.hn',
  'sjv.io',
  'pxf.io',
  'evyy.net',
  'ojrq.net',
  '7eer.net',
  'dwin1.com',
  'tc.tradetracker.net',
  'tradedoubler.com',
  'clk.tradedoubler.com',
  'ds1.nl',
  'lt45.net',
  'dt51.net',
  'jf79.net',
  'daisycon.io',
  'go.skimresources.com',
  'redirect.viglink.com',
  'viglink.com',
  'sovrn.co',
  'go.redirectingat.com',
  'redirectingat.com',
  'click.linksynergy.com',
  'webgains.com',
  'track.webgains.com',
  'adfarm.mediaplex.com',
  'partner-ads.com',
  'partner.bol.com',
  'affilinet.nl',
  'belboon.de',
  'financeads.net',
  'adcell.com',
  'effiliation.com',
  // mail and marketing click counters
  'list-manage.com',
  'mailchi.mp',
  'sendgrid.net',
  'hubspotlinks.com',
  'mandrillapp.com',
  'createsend1.com',
  'cmail19.com',
  'cmail20.com',
];

/** First path segments that sites use for outgoing links of their own, such as `/go/shoe-shop`. */
const REDIRECT_SEGMENT =
  /^\/(?:go|goto|out|outgoing|outbound|away|exit|leave|redirect|redir|refer|recommends?|visit|aff|affiliate|link|click|track|clickout|jump)(?:[/.]|$)/i;

const HOSTS = new Set(WRAPPER_HOSTS);

/** The wrapper an address belongs to, by its host or the nearest listed parent; null when it is none. */
export function wrapperOf(href: string): string | null {
  let host = (parseUrl(href)?.hostname ?? '').replace(/^www\./, '');
  while (host !== '') {
    if (HOSTS.has(host)) return host;
    const dot = host.indexOf('.');
    host = dot === -1 ? '' : host.slice(dot + 1);
  }
  return null;
}

/** Whether an address looks like a site's own redirect for outgoing links: `/go/...`, or `?url=` with an address in it. */
export function looksLikeRedirector(href: string): boolean {
  const url = parseUrl(href);
  if (url === null) return false;
  return REDIRECT_SEGMENT.test(url.pathname) || /=(?:https?(?::|%3a)|%2f%2f|\/\/)/i.test(url.search);
}
