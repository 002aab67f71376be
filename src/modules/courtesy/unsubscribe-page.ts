import type { Locale } from '../../platform/i18n/catalogue.js';

/** What the page says: the question, that it is done, or that the link is none of ours. */
export type PageState = 'asked' | 'done' | 'unknown';

interface Words {
  readonly title: string;
  readonly text: string;
  readonly button?: string;
  readonly note?: string;
}

const WORDS: Readonly<Record<Locale, Readonly<Record<PageState, Words>>>> = {
  en: {
    asked: {
      title: 'No more mail?',
      text: 'With one press you get no further mail from the team that wrote to you. It works at once, and you need not sign in or say why.',
      button: 'Stop all mail',
      note: 'Your address stays on a list of whom not to write to, so that nobody of the team does by mistake.',
    },
    done: {
      title: 'Done',
      text: 'You will get no further mail from this team. Mail that was waiting for you has been stopped.',
      note: 'You can close this page.',
    },
    unknown: {
      title: 'This link is not complete',
      text: 'Open it from the mail again, or answer that mail with "no thanks": that stops it, too.',
    },
  },
  nl: {
    asked: {
      title: 'Geen mail meer?',
      text: 'Met één druk op de knop krijgt u geen mail meer van het team dat u schreef. Het werkt meteen; inloggen of een reden geven hoeft niet.',
      button: 'Stop alle mail',
      note: 'Uw adres blijft op een lijst van wie niet gemaild wordt, zodat niemand van het team het per ongeluk toch doet.',
    },
    done: {
      title: 'Gelukt',
      text: 'U krijgt geen mail meer van dit team. Mail die nog voor u klaarstond is tegengehouden.',
      note: 'U kunt deze pagina sluiten.',
    },
    unknown: {
      title: 'Deze link is niet compleet',
      text: 'Open hem opnieuw vanuit de mail, of beantwoord die mail met "nee, bedankt": ook dan stopt het.',
    },
  },
};

const STYLE = `:root{color-scheme:light dark;--ink:#1d2230;--soft:#5b6273;--ground:#f4f5f8;--card:#fff;--line:#dfe2ea;--press:#2f5bd3}
@media (prefers-color-scheme:dark){:root{--ink:#eceef4;--soft:#a6adbd;--ground:#12141b;--card:#1b1e27;--line:#303541;--press:#3f6be0}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--ground);color:var(--ink);
font:16px/1.55 Inter,system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:440px;width:100%;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:32px}
h1{margin:0 0 12px;font-size:24px;line-height:1.25}p{margin:0 0 16px}p.note{margin:16px 0 0;color:var(--soft);font-size:14px}
button{width:100%;min-height:48px;border:0;border-radius:8px;background:var(--press);color:#fff;font:600 16px/1 inherit;font-family:inherit;cursor:pointer}
button:focus-visible{outline:3px solid var(--ink);outline-offset:2px}`;

/** A whole page without scripts: it works in any browser, shows no address and loads nothing. */
export function unsubscribePage(state: PageState, locale: Locale): string {
  const { title, text, button, note } = WORDS[locale][state];
  const form =
    button === undefined
      ? ''
      : `<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button type="submit">${button}</button></form>`;
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow"><title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>${form}${note === undefined ? '' : `<p class="note">${note}</p>`}</main></body></html>
`;
}
