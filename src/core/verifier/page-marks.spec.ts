import { describe, expect, it } from '@jest/globals';
import type { PageSignals } from './html-signals.js';
import { pageMarks } from './page-marks.js';

/** Signals of an ordinary article of 1,000 characters. */
function signals(changes: Partial<PageSignals> = {}): PageSignals {
  const mainText = changes.mainText ?? 'words about boots '.repeat(56);
  return {
    url: 'https://blog.example/post',
    title: 'a post',
    headings: ['a post'],
    buttons: [],
    text: mainText,
    mainText,
    textLength: mainText.length,
    mainTextLength: mainText.length,
    blocks: [mainText],
    passwordFields: 0,
    resources: '',
    scripts: '',
    words: '',
    hasScript: true,
    hasEmptyMount: false,
    noscript: '',
    ...changes,
  };
}

const LONG = 'words about boots '.repeat(250);
const SHORT = 'a few words. ';
/** Short text that says this. */
const saying = (sentence: string) => signals({ mainText: SHORT + sentence });

describe('pageMarks', () => {
  it.each<[string, PageSignals, string[]]>([
    ['an ordinary article carries none', signals(), []],
    ['an empty page carries none', signals({ mainText: '', blocks: [] }), []],

    ['a title that says 404', signals({ title: '404 not found' }), ['soft_404']],
    ['a part of a title', signals({ title: 'page not found - my blog' }), ['soft_404']],
    ['a part after a bar', signals({ title: 'mijn blog | pagina niet gevonden' }), ['soft_404']],
    ['a heading', signals({ headings: ['oeps! deze pagina bestaat niet meer'] }), ['soft_404']],
    ['a number alone', signals({ title: 'error 404' }), ['soft_404']],
    [
      'a title with more words is about something',
      signals({ title: 'how to fix page not found errors' }),
      [],
    ],
    ['a long page with such a title is read', signals({ title: '404', mainText: LONG }), []],
    [
      'a sentence on a short page',
      saying('sorry, the page you were looking for no longer exists'),
      ['soft_404'],
    ],
    [
      'the sentence in an article is an aside',
      signals({ mainText: `${signals().mainText} the page you were looking for no longer exists` }),
      [],
    ],

    ['a parking script', signals({ scripts: 'window.location.href="/lander"' }), ['domain_parked']],
    [
      'a parking company on a short page',
      signals({ mainText: SHORT, resources: 'https://img.sedoparking.com/x.js' }),
      ['domain_parked'],
    ],
    ['a parking company beside an article', signals({ resources: 'https://img.sedoparking.com/x.js' }), []],
    ['a domain for sale', saying('dit domein is te koop'), ['domain_parked']],
    ['a title for sale over longer text', signals({ title: 'blog.example is for sale!' }), ['domain_parked']],
    ['the sentence in a long page', signals({ mainText: `${LONG} this domain is for sale` }), []],
    [
      'a title for sale over a long page',
      signals({ title: 'blog.example is for sale!', mainText: 'words about boots '.repeat(90) }),
      [],
    ],

    ['a title of a challenge', signals({ title: 'just a moment...', mainText: SHORT }), ['bot_wall']],
    ['the same title over an article', signals({ title: 'just a moment...', mainText: LONG }), []],
    [
      'the same title over a page in between',
      signals({ title: 'just a moment...', mainText: 'words about boots '.repeat(90) }),
      [],
    ],
    [
      'a challenge script on a short page',
      signals({ mainText: SHORT, scripts: 'window._cf_chl_opt={}' }),
      ['bot_wall'],
    ],
    ['a challenge script beside an article', signals({ scripts: 'window._cf_chl_opt={}' }), []],
    [
      'a guard where there is nothing to read',
      signals({ mainText: SHORT, resources: '/_incapsula_resource?a' }),
      ['bot_wall'],
    ],
    [
      'a guard beside a short text',
      signals({ mainText: 'words about boots '.repeat(20), resources: '/_incapsula_resource?a' }),
      [],
    ],
    ['a request to prove oneself', saying('bevestig dat u een mens bent'), ['bot_wall']],
    [
      'a request in noscript',
      signals({ mainText: SHORT, noscript: 'enable javascript and cookies to continue' }),
      ['bot_wall'],
    ],

    [
      'a consent host',
      signals({ url: 'https://consent.blog.example/?back=1', mainText: SHORT, blocks: [SHORT] }),
      ['consent_wall'],
    ],
    [
      'a consent path',
      signals({ url: 'https://blog.example/privacy-gate?back=1', mainText: SHORT, blocks: [SHORT] }),
      ['consent_wall'],
    ],
    [
      'a consent path over an article',
      signals({ url: 'https://blog.example/toestemming/hoe-werkt-dat' }),
      [],
    ],
    [
      'nothing but cookies and a button',
      signals({
        mainText: 'wij gebruiken cookies',
        blocks: ['wij gebruiken cookies'],
        buttons: ['alles accepteren'],
      }),
      ['consent_wall'],
    ],
    [
      'cookies without a button',
      signals({ mainText: 'wij gebruiken cookies', blocks: ['wij gebruiken cookies'] }),
      [],
    ],
    ['a button without cookies', signals({ mainText: SHORT, blocks: [SHORT], buttons: ['ok'] }), []],
    [
      'a notice beside an article',
      signals({ buttons: ['accept all'], text: 'we use cookies', blocks: ['we use cookies', LONG] }),
      [],
    ],

    ['a form and hardly anything else', signals({ mainText: SHORT, passwordFields: 1 }), ['login']],
    [
      'a page about consent with the foot of the site',
      signals({
        title: 'cookies',
        mainText: 'words about boots '.repeat(20),
        text: 'wij gebruiken cookies',
        buttons: ['akkoord'],
      }),
      ['consent_wall'],
    ],
    [
      'the same without such a title',
      signals({
        mainText: 'words about boots '.repeat(20),
        text: 'wij gebruiken cookies',
        buttons: ['akkoord'],
      }),
      [],
    ],
    [
      'a login path with a password',
      signals({ url: 'https://blog.example/login?next=/post', passwordFields: 1 }),
      ['login'],
    ],
    [
      'a login host without text',
      signals({ url: 'https://accounts.blog.example/', mainText: SHORT }),
      ['login'],
    ],
    ['a login title with a password', signals({ title: 'inloggen - blog', passwordFields: 1 }), ['login']],
    ['a login title over an article', signals({ title: 'log in or not?' }), []],
    ['a password in the menu', signals({ passwordFields: 1 }), []],
    ['a login title over a long page', signals({ title: 'log in', passwordFields: 1, mainText: LONG }), []],
    ['a sentence on a short page says so', saying('je moet ingelogd zijn om dit te zien'), ['login']],

    [
      'a request to subscribe after a teaser',
      signals({ mainText: `${signals().mainText} subscribe to continue reading` }),
      ['paywall'],
    ],
    [
      'after a longer teaser with a trace',
      signals({
        mainText: `${'words about boots '.repeat(100)} dit artikel is alleen voor abonnees`,
        words: 'article paywall',
      }),
      ['paywall'],
    ],
    [
      'after a longer teaser without one',
      signals({ mainText: `${'words about boots '.repeat(100)} dit artikel is alleen voor abonnees` }),
      [],
    ],
    ['a page that says it is not free', signals({ scripts: '{"isaccessibleforfree":"false"}' }), ['paywall']],
    [
      'such a page with long text',
      signals({ scripts: '{"isaccessibleforfree": false}', mainText: 'words about boots '.repeat(150) }),
      [],
    ],
    [
      'such a page with long text and a request',
      signals({
        scripts: '{"isaccessibleforfree": false}',
        mainText: `${'words about boots '.repeat(150)} already a subscriber`,
      }),
      ['paywall'],
    ],
    [
      'a very long page is read',
      signals({ scripts: '{"isaccessibleforfree": false}', mainText: `${LONG} already a subscriber` }),
      [],
    ],

    ['a registration path', signals({ url: 'https://blog.example/ucp.php?mode=register' }), ['registration']],
    ['a registration title', signals({ title: 'account aanmaken' }), ['registration']],
    [
      'a request to register',
      signals({ mainText: `${SHORT} maak een gratis account aan om verder te lezen` }),
      ['registration'],
    ],
    [
      'the request in a long page',
      signals({ mainText: `${'words about boots '.repeat(100)} registration is required` }),
      [],
    ],
    ['a registration title over a very long page', signals({ title: 'sign up', mainText: LONG }), []],
    [
      'two walls at once',
      saying('log in to continue, or create a free account to continue'),
      ['login', 'registration'],
    ],
  ])('%s', (_, page, marks) => {
    expect(pageMarks(page)).toEqual(marks);
  });
});
