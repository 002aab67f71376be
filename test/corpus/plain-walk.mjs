import { parse } from 'parse5';

const HTML = 'http://www.w3.org/1999/xhtml';
const NO_TEXT = new Set(['script', 'style', 'template', 'iframe', 'noembed', 'noframes', 'title']);
const MAX_ANCHOR = 1000;

/**
 * The links of a page by a plain walk over parse5's tree. Written apart from the product on purpose: it knows nothing of it, so
 * that a mistake there is not repeated here.
 */
export function plainLinks(html, pageUrl) {
  const document = parse(html, { scriptingEnabled: false });
  const elements = [...elementsIn(document)];
  const base = elements.find(
    (element) => element.nodeName === 'base' && isHtml(element) && attributeOf(element, 'href') !== undefined,
  );
  const baseUrl = base === undefined ? pageUrl : (resolve(attributeOf(base, 'href'), pageUrl) ?? pageUrl);
  return elements
    .filter((element) => ['a', 'area'].includes(element.nodeName) && isHtml(element))
    .flatMap((element) => linkOf(element, baseUrl));
}

function linkOf(element, baseUrl) {
  const href = attributeOf(element, 'href');
  const address = href === undefined ? undefined : resolve(href, baseUrl);
  if (address === undefined || !/^https?:/.test(address)) return [];
  const rel = (attributeOf(element, 'rel') ?? '').split(/[\t\n\f\r ]+/).filter((token) => token !== '');
  const tokens = rel.map((token) => token.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
  return [
    {
      href: address,
      rel: tokens.filter((token, at) => tokens.indexOf(token) === at),
      anchor: anchorOf(element),
    },
  ];
}

function anchorOf(element) {
  const text = folded(textOf(element));
  if (text !== '') return text;
  const alts = [...elementsIn(element)]
    .map((inner) => folded(attributeOf(inner, 'alt') ?? ''))
    .filter((alt) => alt !== '');
  const own = element.nodeName === 'area' ? folded(attributeOf(element, 'alt') ?? '') : '';
  const alt = folded([own, ...alts].filter((part) => part !== '').join(' '));
  return alt === '' ? folded(attributeOf(element, 'title') ?? '') : alt;
}

function textOf(node) {
  let text = '';
  for (const child of node.childNodes ?? []) {
    if (child.nodeName === '#text') text += child.value;
    else if (!isHtml(child) || !NO_TEXT.has(child.nodeName)) text += textOf(child);
  }
  return text;
}

function folded(text) {
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_ANCHOR);
}

function* elementsIn(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName !== undefined) yield child;
    yield* elementsIn(child);
  }
}

function isHtml(element) {
  return element.namespaceURI === HTML;
}

function attributeOf(element, name) {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function resolve(href, baseUrl) {
  return URL.canParse(href, baseUrl) ? new URL(href, baseUrl).href : undefined;
}
