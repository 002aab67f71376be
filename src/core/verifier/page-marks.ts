import type { PageSignals } from './html-signals.js';
import { READ_TEXT_LENGTH } from './judge-page.js';
import {
  BOT_WALL_SENTENCES,
  BOT_WALL_TITLES,
  BOT_WALL_TRACES,
  CONSENT_ADDRESSES,
  CONSENT_BUTTONS,
  CONSENT_TITLES,
  CONSENT_WORDS,
  GUARD_TRACES,
  LOGIN_ADDRESSES,
  LOGIN_SENTENCES,
  LOGIN_TITLES,
  NOT_FOUND_HEADINGS,
  NOT_FOUND_SENTENCES,
  PARKING_RESOURCES,
  PARKING_SCRIPTS,
  PARKING_SENTENCES,
  PAYWALL_SENTENCES,
  PAYWALL_TRACES,
  REGISTRATION_ADDRESSES,
  REGISTRATION_SENTENCES,
  REGISTRATION_TITLES,
} from './page-mark-words.js';
import { PAGE_MARKS, type PageMark } from './verdict.js';

/** Main text (characters) below which a sentence on the page can be what the page is about, and above which it is an aside. */
const SHORT_PAGE = 700;
/** Main text below which a form is all there is. */
const FORM_PAGE = 400;
/** Main text above which a page is an article, whatever its title and its scripts say. */
const LONG_PAGE = 2_500;
/** A teaser before a paywall may be longer than that. */
const TEASER = 4_000;

const TITLE_SEPARATORS = /\s+[-–—|·•:»«]+\s+|\s*\|\s*/;

/**
 * The marks of a page that is not the page that was asked for (D131, D132). They keep such a page from ever proving that a link
 * is gone; an article that only speaks of such things, or has a login in its menu and a cookie notice below, carries none.
 */
export function pageMarks(signals: PageSignals): PageMark[] {
  return PAGE_MARKS.filter((mark) => RULES[mark](signals));
}

const RULES: Readonly<Record<PageMark, (signals: PageSignals) => boolean>> = {
  soft_404: isSoft404,
  domain_parked: isParked,
  bot_wall: isBotWall,
  consent_wall: isConsentWall,
  login: isLogin,
  paywall: isPaywall,
  registration: isRegistration,
};

function isSoft404(signals: PageSignals): boolean {
  if (signals.mainTextLength >= LONG_PAGE) return false;
  if (titleParts(signals).some((part) => NOT_FOUND_HEADINGS.test(part))) return true;
  return isShort(signals) && NOT_FOUND_SENTENCES.test(signals.mainText);
}

function isParked(signals: PageSignals): boolean {
  if (signals.mainTextLength >= LONG_PAGE) return false;
  if (PARKING_SCRIPTS.test(signals.scripts)) return true;
  if (isShort(signals))
    return PARKING_RESOURCES.test(signals.resources) || PARKING_SENTENCES.test(signals.text);
  return (
    signals.mainTextLength < 2 * SHORT_PAGE &&
    titleParts(signals).some((part) => PARKING_SENTENCES.test(part))
  );
}

function isBotWall(signals: PageSignals): boolean {
  if (signals.mainTextLength >= LONG_PAGE) return false;
  if (BOT_WALL_TITLES.test(signals.title) && signals.mainTextLength < 2 * SHORT_PAGE) return true;
  if (!isShort(signals)) return false;
  if (signals.mainTextLength < READ_TEXT_LENGTH && GUARD_TRACES.test(traces(signals))) return true;
  return (
    BOT_WALL_TRACES.test(traces(signals)) || BOT_WALL_SENTENCES.test(`${signals.text} ${signals.noscript}`)
  );
}

/** Nothing to read but consent: an address that says so, or a button to agree with and too little text about anything else. */
function isConsentWall(signals: PageSignals): boolean {
  if (CONSENT_ADDRESSES.test(signals.url)) return hasLessOtherText(signals, SHORT_PAGE);
  if (!signals.buttons.some((button) => CONSENT_BUTTONS.test(button))) return false;
  // A page whose title calls it a question of consent may hold some more beside it, such as the foot of the site.
  const limit = CONSENT_TITLES.test(signals.title) ? SHORT_PAGE : READ_TEXT_LENGTH;
  return CONSENT_WORDS.test(signals.text) && hasLessOtherText(signals, limit);
}

/** Whether the blocks of main text that do not speak of consent have fewer characters than this. */
function hasLessOtherText({ blocks }: PageSignals, limit: number): boolean {
  let length = 0;
  for (const block of blocks) {
    if (!CONSENT_WORDS.test(block)) length += block.length;
    if (length >= limit) return false;
  }
  return true;
}

function isLogin(signals: PageSignals): boolean {
  if (signals.mainTextLength >= LONG_PAGE) return false;
  const named =
    LOGIN_ADDRESSES.test(signals.url) || titleParts(signals).some((part) => LOGIN_TITLES.test(part));
  // Hardly anything but a form to sign in with, wherever it calls itself so.
  if (signals.passwordFields > 0 && signals.mainTextLength < FORM_PAGE) return true;
  if (named && (signals.passwordFields > 0 || isShort(signals))) return true;
  return isShort(signals) && LOGIN_SENTENCES.test(signals.mainText);
}

/** A teaser is real text, so the asking sentence counts with a trace of a paywall also under a longer one. */
function isPaywall(signals: PageSignals): boolean {
  if (signals.mainTextLength >= TEASER) return false;
  const asks = PAYWALL_SENTENCES.test(signals.mainText);
  const notFree = /"isaccessibleforfree"\s*:\s*"?false/.test(signals.scripts);
  if (notFree) return asks || signals.mainTextLength < LONG_PAGE;
  return asks && (signals.mainTextLength < 2 * SHORT_PAGE || PAYWALL_TRACES.test(traces(signals)));
}

function isRegistration(signals: PageSignals): boolean {
  if (signals.mainTextLength >= TEASER) return false;
  const named =
    REGISTRATION_ADDRESSES.test(signals.url) ||
    titleParts(signals).some((part) => REGISTRATION_TITLES.test(part));
  if (named) return true;
  return signals.mainTextLength < 2 * SHORT_PAGE && REGISTRATION_SENTENCES.test(signals.mainText);
}

function isShort({ mainTextLength }: PageSignals): boolean {
  return mainTextLength < SHORT_PAGE;
}

function titleParts({ title, headings }: PageSignals): string[] {
  return [...title.split(TITLE_SEPARATORS), title, ...headings];
}

function traces({ resources, scripts, words }: PageSignals): string {
  return `${resources} ${scripts} ${words}`;
}
