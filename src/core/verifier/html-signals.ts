import { type CountedText, foldSpace } from './html-text.js';
import { attribute, type HtmlElement } from './html-tree.js';

const RAW_LIMIT = 40_000;
const ONE_SCRIPT = 4_000;
const LIST_LIMIT = 300;
const WORDS_LIMIT = 20_000;
const SHORT_TEXT = 200;
const BLOCK_LIMIT = 5_000;

/** What walls, parked domains, error pages and shells are recognised by. All texts folded and in lower case. */
export interface PageSignals {
  readonly url: string;
  readonly title: string;
  /** Texts of h1 and h2, the first 20 of each page. */
  readonly headings: readonly string[];
  readonly buttons: readonly string[];
  /** The first 20,000 characters of all text, and of the text outside nav, header and footer. */
  readonly text: string;
  readonly mainText: string;
  readonly textLength: number;
  readonly mainTextLength: number;
  /** Text blocks of the main text, each with its length. */
  readonly blocks: readonly string[];
  /** Password fields outside nav, header and footer. */
  readonly passwordFields: number;
  /** Addresses of scripts, frames and forms, joined by spaces. */
  readonly resources: string;
  /** The beginnings of inline scripts, JSON-LD too. */
  readonly scripts: string;
  /** Ids and classes, joined by spaces. */
  readonly words: string;
  readonly hasScript: boolean;
  /** The page has an element that scripts usually fill, and there is nothing in it. */
  readonly hasEmptyMount: boolean;
  /** Texts of `noscript`. */
  readonly noscript: string;
}

/** Ids and elements that frameworks fill. */
const MOUNT_IDS = new Set([
  'root',
  'app',
  '__next',
  '__nuxt',
  '___gatsby',
  'app-root',
  'react-root',
  'svelte',
  'main-app',
  'ember-app',
  'q-app',
  'react-app',
  'vue-app',
  'application',
  'mount',
  'container-root',
  'page-root',
  'spa',
  'app-container',
  'root-container',
  '__layout',
  'wix-root',
  'site-root',
]);
const MOUNT_ELEMENTS = new Set([
  'app-root',
  'my-app',
  'app',
  'main',
  'article',
  'ion-app',
  'app-main',
  'flutter-view',
]);
const EXECUTABLE = /^(?:module|(?:text|application)\/(?:x-)?(?:javascript|ecmascript|jscript|babel))?$/i;

/** An element whose text is being collected. */
interface Capture {
  readonly element: HtmlElement;
  readonly list: string[];
  text: string;
}

/** Collects the signals of a page while it is walked through. */
export class SignalCollector {
  private readonly headings: string[] = [];
  private readonly buttons: string[] = [];
  private readonly blocks: string[] = [];
  private readonly mounts: { element: HtmlElement; start: number }[] = [];
  private readonly captures: Capture[] = [];
  private block = '';
  private resources = '';
  private scripts = '';
  private words = '';
  private noscript = '';
  private passwordFields = 0;
  private seen = 0;
  private hasScript = false;
  private hasEmptyMount = false;

  enter(element: HtmlElement, inFrame: boolean): void {
    const { tagName } = element;
    this.addWords(element);
    if (tagName === 'h1' || tagName === 'h2') this.capture(element, this.headings);
    if (isButton(element)) this.capture(element, this.buttons);
    if (tagName === 'input') this.takeInput(element, inFrame);
    if (tagName === 'form') this.addResource(attribute(element, 'action'));
    if (!inFrame && isMount(element)) this.mounts.push({ element, start: this.seen });
  }

  /** Elements whose content is raw text: scripts, frames. */
  takeRaw(element: HtmlElement, text: string): void {
    const { tagName } = element;
    if (tagName === 'iframe' || tagName === 'script') this.addResource(attribute(element, 'src'));
    if (tagName !== 'script') return;
    const type = (attribute(element, 'type') ?? '').trim();
    if (EXECUTABLE.test(type)) this.hasScript = true;
    if (this.scripts.length < RAW_LIMIT) this.scripts += ` ${text.slice(0, ONE_SCRIPT).toLowerCase()}`;
  }

  /** Takes one folded piece of text in. */
  addText(folded: string, inFrame: boolean): void {
    if (folded !== ' ') this.seen += folded.length;
    for (const capture of this.captures) {
      if (capture.text.length < SHORT_TEXT) capture.text += folded.slice(0, SHORT_TEXT);
    }
    if (!inFrame && this.block.length < BLOCK_LIMIT) this.block += folded.slice(0, BLOCK_LIMIT);
  }

  addNoscript(value: string): void {
    if (this.noscript.length < SHORT_TEXT * 5) this.noscript += value.slice(0, SHORT_TEXT * 5).toLowerCase();
  }

  addBreak(): void {
    const block = this.block.trim();
    if (block !== '' && this.blocks.length < LIST_LIMIT) this.blocks.push(block.toLowerCase());
    this.block = '';
  }

  leave(element: HtmlElement): void {
    if (this.captures.at(-1)?.element === element) this.endCapture();
    if (this.mounts.at(-1)?.element !== element) return;
    const mount = this.mounts.pop();
    if (mount !== undefined && this.seen - mount.start < MOUNT_TEXT) this.hasEmptyMount = true;
  }

  signals(page: { url: string; title: string; mainText: CountedText; allText: CountedText }): PageSignals {
    return {
      url: page.url,
      title: page.title.toLowerCase(),
      headings: this.headings,
      buttons: this.buttons,
      text: page.allText.text.slice(0, WORDS_LIMIT).toLowerCase(),
      mainText: page.mainText.text.slice(0, WORDS_LIMIT).toLowerCase(),
      textLength: page.allText.length,
      mainTextLength: page.mainText.length,
      blocks: this.blocks,
      passwordFields: this.passwordFields,
      resources: this.resources,
      scripts: this.scripts,
      words: this.words,
      hasScript: this.hasScript,
      hasEmptyMount: this.hasEmptyMount,
      noscript: foldSpace(this.noscript),
    };
  }

  private capture(element: HtmlElement, list: string[]): void {
    // A heading within a heading is part of it; depth stays small so that text is not added a thousand times.
    if (list.length < LIST_LIMIT && this.captures.length < CAPTURE_DEPTH)
      this.captures.push({ element, list, text: '' });
  }

  private endCapture(): void {
    const capture = this.captures.pop() as Capture;
    const text = foldSpace(capture.text).toLowerCase();
    if (text !== '') capture.list.push(text);
  }

  private takeInput(element: HtmlElement, inFrame: boolean): void {
    const type = attribute(element, 'type')?.trim().toLowerCase();
    if (type === 'password' && !inFrame) this.passwordFields += 1;
    const value = attribute(element, 'value');
    const isLabelled = type === 'submit' || type === 'button';
    if (isLabelled && value !== null && this.buttons.length < LIST_LIMIT) {
      this.buttons.push(foldSpace(value).slice(0, SHORT_TEXT).toLowerCase());
    }
  }

  private addResource(address: string | null): void {
    if (address === null || this.resources.length > RAW_LIMIT) return;
    this.resources += ` ${address.slice(0, SHORT_TEXT).toLowerCase()}`;
  }

  private addWords(element: HtmlElement): void {
    if (this.words.length > WORDS_LIMIT) return;
    for (const { name, value } of element.attrs) {
      if (name === 'id' || name === 'class') this.words += ` ${value.slice(0, SHORT_TEXT).toLowerCase()}`;
    }
  }
}

/** Text below which an element that scripts fill counts as empty ("Loading..."). */
const MOUNT_TEXT = 40;
const CAPTURE_DEPTH = 8;

/** A button, or a link that is dressed as one. */
function isButton(element: HtmlElement): boolean {
  if (element.tagName === 'button' || attribute(element, 'role') === 'button') return true;
  return element.tagName === 'a' && /\b(?:btn|button)\b/i.test(attribute(element, 'class') ?? '');
}

function isMount(element: HtmlElement): boolean {
  const id = attribute(element, 'id');
  return MOUNT_ELEMENTS.has(element.tagName) || (id !== null && MOUNT_IDS.has(id.toLowerCase()));
}
