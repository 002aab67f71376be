import type { PageFacts } from './facts.js';
import { FactsVisitor, OUTSIDE } from './html-facts-visitor.js';
import { parseDocument, walk } from './html-tree.js';
import { pageMarks } from './page-marks.js';
import { googlebotRules } from './robots-meta.js';
import { looksScriptBuilt } from './script-built.js';

/** What is known about a page beside its text. */
export interface HtmlOrigin {
  /** The address the page was read from, behind all redirects. */
  readonly url: string;
  /** The name of the encoding the text was decoded with. */
  readonly charset: string;
  /** Values of the X-Robots-Tag headers, in order. */
  readonly robotsTags: readonly string[];
  /** Values of the Link headers, in order. */
  readonly linkHeaders: readonly string[];
  /** False leaves the place in the source, the heading and the text around each link out, for whoever keeps no evidence; true where absent. */
  readonly surroundings?: boolean;
}

/**
 * Reads the facts of one HTML document, parsed as the HTML Standard does with scripting off. Linear in the text, without
 * recursion. `hash` makes a hash (SHA-256, hex) of the folded main text; it is handed in, for hashing is no rule.
 */
export function readFacts(html: string, origin: HtmlOrigin, hash: (text: string) => string): PageFacts {
  const visitor = new FactsVisitor();
  const surroundings = origin.surroundings ?? true;
  walk(parseDocument(html, surroundings), OUTSIDE, visitor);
  const { head, links, mainText, allText } = visitor;
  const { occurrences, internal, outbound } = links.occurrences(
    head.baseUrl(origin.url),
    origin.url,
    surroundings,
  );
  const { tag, header } = head.canonicals(origin.url, origin.linkHeaders);
  const signals = visitor.signals(origin.url);
  return {
    title: head.pageTitle,
    language: head.language,
    charset: origin.charset,
    canonical: tag ?? header,
    headerCanonical: header,
    googlebot: googlebotRules(head.metas, origin.robotsTags),
    marks: pageMarks(signals),
    looksScriptBuilt: looksScriptBuilt(signals),
    hasScript: signals.hasScript,
    textLength: allText.length,
    mainTextLength: mainText.length,
    mainTextHash: mainText.length === 0 ? null : hash(mainText.text),
    linkCounts: { internal, outbound },
    metaRefresh: head.metaRefresh(origin.url),
    feeds: head.feedUrls(origin.url),
    occurrences,
  };
}
