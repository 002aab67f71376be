import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/** Where elements stand in the source is kept for links alone: for every node it would double the memory of a tree. */
const adapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  setNodeSourceCodeLocation(node, location) {
    if (isLinkElement(node)) defaultTreeAdapter.setNodeSourceCodeLocation(node, location);
  },
};

/**
 * Parses a document as the HTML Standard does with scripting off. Where links stand in the source is kept if wanted: it
 * takes as long again as all the rest.
 */
export function parseDocument(source: string, withPlaces: boolean): HtmlDocument {
  return parse(source, { scriptingEnabled: false, sourceCodeLocationInfo: withPlaces, treeAdapter: adapter });
}

function isLinkElement(node: DefaultTreeAdapterTypes.Node): boolean {
  return node.nodeName === 'a' || node.nodeName === 'area';
}

/** Whether an element is HTML's own: an `a` within SVG is no link of the page. */
export function isHtml(element: HtmlElement): boolean {
  return element.namespaceURI === html.NS.HTML;
}

/** The value of an attribute, null when the element has none of that name. */
export function attribute(element: HtmlElement, name: string): string | null {
  for (const { name: own, value } of element.attrs) if (own === name) return value;
  return null;
}

/** What a walk through a document meets. The context is what `enter` gave to the parent. */
export interface HtmlVisitor<Context> {
  /** Called before the children; says in which context they stand, null to pass over them (then without `leave`). */
  enter(element: HtmlElement, context: Context): Context | null;
  text(value: string, context: Context): void;
  leave(element: HtmlElement, context: Context): void;
}

/**
 * Walks through a tree in source order, without recursion, for a page may nest a million elements. The content of `template` is
 * no child of it and is not met.
 */
export function walk<Context>(document: HtmlDocument, context: Context, visitor: HtmlVisitor<Context>): void {
  const path: {
    element: HtmlElement | null;
    children: readonly HtmlNode[];
    next: number;
    context: Context;
  }[] = [{ element: null, children: document.childNodes, next: 0, context }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const node = top.children[top.next];
    top.next += 1;
    if (node === undefined) {
      path.pop();
      if (top.element !== null) visitor.leave(top.element, top.context);
    } else if (defaultTreeAdapter.isTextNode(node)) {
      visitor.text(node.value, top.context);
    } else if (defaultTreeAdapter.isElementNode(node)) {
      const inner = visitor.enter(node, top.context);
      if (inner !== null) path.push({ element: node, children: node.childNodes, next: 0, context: inner });
    }
  }
}
