const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
};

/** A text that means itself wherever it stands in HTML text or in a quoted attribute (the characters Handlebars escapes, too). */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"'`=]/g, (character) => ENTITIES[character] ?? character);
}

/** A web address in running text; the full stop or bracket after it is not part of it. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"]{1,2000}/g;
const TRAILING = new Set(".,;:!?)]}'’");

/**
 * The HTML part made from the text part: paragraphs at empty lines, line breaks kept, web addresses made links.
 * Everything is escaped, so that it says exactly what the text says.
 */
export function htmlFromText(text: string, locale: string): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(withLinks).join('<br>\n')}</p>`);
  return `<!doctype html>\n<html lang="${escapedHtml(locale)}">\n<body>\n${paragraphs.join('\n')}\n</body>\n</html>\n`;
}

function withLinks(line: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const found of line.matchAll(WEB_ADDRESS)) {
    const address = withoutTrailing(found[0]);
    pieces.push(
      escapedHtml(line.slice(at, found.index)),
      `<a href="${escapedHtml(address)}">${escapedHtml(address)}</a>`,
    );
    at = found.index + address.length;
  }
  pieces.push(escapedHtml(line.slice(at)));
  return pieces.join('');
}

function withoutTrailing(address: string): string {
  let end = address.length;
  while (end > 0 && TRAILING.has(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}
