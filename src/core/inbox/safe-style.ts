/** Properties that set type, colour and space. None that loads, covers or moves out of the mail's own place. */
const PROPERTIES = new Set(
  (
    'color background-color font font-family font-size font-style font-weight line-height letter-spacing text-align text-decoration text-indent ' +
    'text-transform vertical-align white-space width max-width min-width height border border-top border-right border-bottom border-left border-color ' +
    'border-style border-width border-collapse border-spacing border-radius margin margin-top margin-right margin-bottom margin-left padding padding-top ' +
    'padding-right padding-bottom padding-left list-style-type direction'
  ).split(' '),
);

/** Words, numbers and colours; no escapes, no comments, no functions but those of colours. */
const VALUE = /^[\p{L}\p{N}\s#%.,'"+-]*(?:(?:rgb|rgba|hsl|hsla)\([\d\s.,%]*\)[\p{L}\p{N}\s#%.,'"+-]*)*$/u;
const LONGEST = 4000;

/** The declarations of a style attribute that may stay, in their order; an empty text when none may. */
export function safeStyle(style: string): string {
  if (style.length > LONGEST) return '';
  const kept = style.split(';').flatMap((declaration) => {
    const at = declaration.indexOf(':');
    const property = declaration.slice(0, at).trim().toLowerCase();
    const value = declaration.slice(at + 1).trim();
    const fits = at > 0 && PROPERTIES.has(property) && value.length <= 200 && VALUE.test(value);
    return fits && !/^-|\s-\d{3,}/.test(value) ? [`${property}: ${value}`] : [];
  });
  return kept.join('; ');
}
