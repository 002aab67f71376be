import { STORIES } from './stories.js';
import { DEMO_BRANDS, FAILING_TARGET, type Sight, type Story, sightAt } from './story.js';

/** What a demo page answers. */
export interface DemoAnswer {
  readonly status: number;
  readonly html: string;
}

const WORDS = {
  en: {
    lead: 'We looked at this for some weeks, talked to people who do it every day, and wrote down what held up. None of it is hard, but the order matters: begin with what you have, measure once, and change one thing at a time.',
    before: 'Those who want the whole story will find it in the',
    after: ', with figures from this year and an honest word about what did not work.',
    end: 'Did you try it yourself? Tell us what you would do differently, and we will add the best answers below.',
    gone: 'Page not found',
    consent: 'Before you continue: we value your privacy. Accept cookies to go on reading.',
    parked: 'This domain is for sale. Buy this domain.',
    down: 'Service unavailable',
  },
  nl: {
    lead: 'We hebben er weken naar gekeken, gesproken met mensen die het elke dag doen, en opgeschreven wat overeind bleef. Moeilijk is het niet, maar de volgorde telt: begin met wat je hebt, meet één keer, en verander steeds één ding.',
    before: 'Wie het hele verhaal wil lezen, vindt het in de',
    after: ', met cijfers van dit jaar en een eerlijk woord over wat niet werkte.',
    end: 'Zelf ervaring? Vertel wat jij anders zou doen, dan zetten we de beste antwoorden hieronder.',
    gone: 'Pagina niet gevonden',
    consent:
      'Voordat je verdergaat: wij hechten waarde aan je privacy. Accepteer cookies om verder te lezen.',
    parked: 'Dit domein is te koop. Koop dit domein.',
    down: 'Dienst niet beschikbaar',
  },
} as const;

/** The host a story's page is on. */
export function hostOf({ page }: Pick<Story, 'page'>): string {
  return `${page.slice(0, page.indexOf('/'))}.demo.test`;
}

/** The address of a story's page. The demo web has no certificate, so it is plain http. */
export function addressOf(story: Pick<Story, 'page'>): string {
  return `http://${hostOf(story)}${story.page.slice(story.page.indexOf('/'))}`;
}

/** The address a story's article moved to, or null. */
export function movedAddressOf(story: Pick<Story, 'page' | 'movedTo'>): string | null {
  return story.movedTo === undefined ? null : `http://${hostOf(story)}${story.movedTo}`;
}

/** The address of a page of one of our brands. */
export function targetOf({ brand, target }: Pick<Story, 'brand' | 'target'>): string {
  return `http://${DEMO_BRANDS[brand].host}${target}`;
}

/**
 * What a page of the demo web answers, as it is now or was a number of days ago. `isRendered` gives a script-built page
 * as a browser shows it.
 */
export function answerOf(
  story: Story,
  { daysAgo, isRendered }: { daysAgo: number; isRendered: boolean },
): DemoAnswer {
  const sight = sightAt(story, daysAgo) ?? 'without_link';
  const wall = wallOf(story, sight);
  if (wall !== null) return page(story, wall);
  return sight === 'by_script' && !isRendered ? shell(story) : article(story, sight);
}

function wallOf(
  { language, title }: Story,
  sight: Sight,
): { status?: number; title: string; body: string } | null {
  const words = WORDS[language];
  if (sight === 'down') return { status: 503, title: words.down, body: `<h1>${words.down}</h1>` };
  if (sight === 'page_gone') return { status: 404, title: words.gone, body: `<h1>${words.gone}</h1>` };
  if (sight === 'parked')
    return { title: words.parked, body: `<h1>${words.parked}</h1><p>Related searches: energy, offers.</p>` };
  const banner = `<h2>${words.consent}</h2><button>OK</button>`;
  return sight === 'consent'
    ? { title, body: `<div id="onetrust-consent-sdk" role="dialog" aria-modal="true">${banner}</div>` }
    : null;
}

/** The page behind an address of the demo web, as it is now. */
export function currentAnswer(host: string, path: string): DemoAnswer {
  const address = `http://${host}${path}`;
  const story = STORIES.find((one) => (movedAddressOf(one) ?? addressOf(one)) === address);
  if (story !== undefined) return answerOf(story, { daysAgo: 0, isRendered: false });
  const brand = Object.values(DEMO_BRANDS).find((one) => one.host === host);
  const known = brand?.paths.some((one) => one === path) === true && path !== FAILING_TARGET;
  if (brand !== undefined && known) return brandPage(brand.name, path);
  return {
    status: 404,
    html: '<!doctype html><html lang="en"><title>Not found</title><h1>Not found</h1></html>',
  };
}

function article(story: Story, sight: Sight): DemoAnswer {
  const body = articleBody(story, sight);
  return page(story, { title: story.title, body, isNoindex: sight === 'on_noindex_page' });
}

function articleBody(story: Story, sight: Sight): string {
  const words = WORDS[story.language];
  const link = linkOf(story, sight);
  const inFooter = sight === 'in_footer';
  const sentence = link === '' || inFooter ? '' : `<p>${words.before} ${link}${words.after}</p>`;
  return `<header><nav><a href="/">Home</a> <a href="/about">About</a></nav></header>
    <main><article>
      <h1>${escaped(story.title)}</h1>
      <p>${words.lead}</p>
      ${sentence}
      <p>${words.end}</p>
    </article></main>
    <footer><p>${escaped(hostOf(story))}${inFooter ? ` · ${link}` : ''}</p></footer>`;
}

function linkOf(story: Story, sight: Sight): string {
  if (sight === 'without_link') return '';
  const rel = { nofollow: 'nofollow', sponsored: 'sponsored', ugc: 'ugc nofollow' }[sight as string];
  const attribute = rel === undefined ? '' : ` rel="${rel}"`;
  return `<a href="${targetOf(story)}"${attribute}>${escaped(story.anchor)}</a>`;
}

/** A page that a script builds: without one there is only the mount point. */
function shell(story: Story): DemoAnswer {
  const built = JSON.stringify(articleBody(story, 'follow')).replaceAll('<', '\\u003c');
  const body = `<div id="root"></div><script>document.getElementById('root').innerHTML = ${built};</script>
    <noscript>You need to enable JavaScript to run this app.</noscript>`;
  return page(story, { title: story.title, body });
}

function brandPage(name: string, path: string): DemoAnswer {
  const words = WORDS.en;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name} ${path}</title></head>
  <body><main><h1>${name}</h1><p>${words.lead}</p><p>${words.end}</p></main></body></html>`;
  return { status: 200, html };
}

function page(
  story: Story,
  {
    status = 200,
    title,
    body,
    isNoindex = false,
  }: { status?: number; title: string; body: string; isNoindex?: boolean },
): DemoAnswer {
  const robots = isNoindex ? '<meta name="robots" content="noindex">' : '';
  const html = `<!doctype html>
<html lang="${story.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>${robots}</head>
  <body>${body}</body></html>`;
  return { status, html };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
