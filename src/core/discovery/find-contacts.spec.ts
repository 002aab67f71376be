import { describe, expect, it } from '@jest/globals';
import type { PageKind } from './discovery.js';
import { findContacts } from './find-contacts.js';

const find = (html: string, kind: PageKind = 'contact') =>
  findContacts({ html, url: 'https://paper.example/contact', kind });
const addresses = (html: string, kind?: PageKind) => find(html, kind).map(({ address }) => address);

/** Cloudflare's cover of an address. */
const covered = (address: string, key = 0x2a) =>
  [key, ...[...address].map((char) => char.charCodeAt(0) ^ key)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

describe('findContacts', () => {
  it.each<[string, string, string[]]>([
    ['a mailto link', '<a href="mailto:Ann@paper.example?subject=Hi">mail</a>', ['Ann@paper.example']],
    ['an escaped mailto link', '<a href="mailto:ann%40paper.example">mail</a>', ['ann@paper.example']],
    [
      'several in one link',
      '<a href="mailto:a@paper.example,b@paper.example">us</a>',
      ['a@paper.example', 'b@paper.example'],
    ],
    ['an address in the text', '<p>Mail ann@paper.example.</p>', ['ann@paper.example']],
    ['one made of entities', '<p>ann&#64;paper&#46;example</p>', ['ann@paper.example']],
    ['one in pieces of markup', '<p>ann<b>@</b>paper.example</p>', ['ann@paper.example']],
    ['Dutch words for the signs', '<p>jan [at] krant punt nl</p>', ['jan@krant.nl']],
    ['English ones', '<p>ann (at) paper (dot) example</p>', ['ann@paper.example']],
    ['German ones', '<p>ann {at} zeitung [punkt] de</p>', ['ann@zeitung.de']],
    ['French ones', '<p>ann [arobase] journal point fr</p>', ['ann@journal.fr']],
    ['words without brackets', '<p>write to ann at paper dot example please</p>', ['ann@paper.example']],
    [
      'one under Cloudflare cover',
      `<a class="__cf_email__" data-cfemail="${covered('ann@paper.example')}">[email&#160;protected]</a>`,
      ['ann@paper.example'],
    ],
    [
      'one behind a Cloudflare link',
      `<a href="/cdn-cgi/l/email-protection#${covered('ann@paper.example', 0x11)}">mail</a>`,
      ['ann@paper.example'],
    ],
    [
      'structured data',
      '<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"Paper","contactPoint":{"@type":"ContactPoint","email":"desk@paper.example"}}]}</script>',
      ['desk@paper.example'],
    ],
    [
      'each only once',
      '<p>ann@paper.example</p><a href="mailto:ANN@paper.example">ann@paper.example</a>',
      ['ANN@paper.example'],
    ],
    ['nothing in a sentence about a place', '<p>Meet us at news.example today</p>', []],
    [
      'nothing in scripts, templates and styles',
      '<script>"a@paper.example"</script><template>a@paper.example</template><style>a@paper.example</style>',
      [],
    ],
    ['no picture at two sizes', '<p>logo@2x.png</p>', []],
    ['no sender nobody reads', '<p>noreply@paper.example</p>', []],
    ['no sample of a form', '<p>name@example.com</p>', []],
    [
      'nothing in broken structured data',
      '<script type="application/ld+json">{"@type":"Person","email":</script>',
      [],
    ],
    ['no address of a machine', '<p>3f2504e04f8911d39a0c0305e82c3301@sentry.example</p>', []],
  ])('finds %s', (_, html, expected) => expect(addresses(html)).toEqual(expected));

  it.each<[string, string, string, string]>([
    ['beside it', '<p>Ann de Vries: ann@paper.example</p>', 'Ann de Vries', ''],
    [
      'in the link',
      '<p><a href="mailto:ann@paper.example">Ann Lee</a>, Editor in chief</p>',
      'Ann Lee',
      'Editor in chief',
    ],
    [
      'in the heading before, with the position between',
      '<h3>Jörg Müller</h3><p>Chefredakteur</p><p>jm@zeitung.example</p>',
      'Jörg Müller',
      'Chefredakteur',
    ],
    [
      'in a table',
      '<table><tr><td>Zoë van den Berg</td><td>Redacteur</td><td>zoe@krant.example</td></tr></table>',
      'Zoë van den Berg',
      'Redacteur',
    ],
    ['nowhere', '<h2>Contact Us</h2><p>info@paper.example</p>', '', ''],
  ])('reads the name %s', (_, html, name, position) => {
    expect(find(html)[0]).toMatchObject({ name, position });
  });

  it('names people of structured data and authors without an address', () => {
    const html = `<a rel="author" href="/a/jane">By Jane Roe</a>
      <script type="application/ld+json">[{"@type":"Person","name":"Max Power","jobTitle":"Editor","email":"mailto:max@paper.example"}]</script>`;
    expect(find(html, 'author')).toMatchObject([
      { name: 'Max Power', position: 'Editor', address: 'max@paper.example' },
      { name: 'Jane Roe', address: null },
    ]);
  });

  it.each<[string, PageKind, string, string | null]>([
    [
      'an advertising page shows in its text',
      'advertising',
      '<main><p>Advertise: ads@paper.example</p></main>',
      'published_for_purpose',
    ],
    [
      'an advertising page shows on every page',
      'advertising',
      '<footer><p>info@paper.example</p></footer>',
      null,
    ],
    ['a contact page shows', 'contact', '<p>info@paper.example</p>', null],
    ['a contact page calls one for advertising', 'contact', '<p>Advertising: ads@paper.example</p>', null],
    ['an imprint must show', 'imprint', '<p>info@paper.example</p>', null],
  ])('proposes a ground for an address that %s: %s', (_, kind, html, ground) => {
    expect(find(html, kind)[0]?.proposedGround).toBe(ground);
  });

  it('keeps what stands around an address as evidence', () => {
    const html = `<p>${'word '.repeat(60)}</p><h2>Write for us</h2><p>Send your pitch to ann@paper.example before Friday.</p><p>${'more '.repeat(60)}</p>`;
    const [found] = find(html, 'advertising');
    expect(found?.evidenceText).toContain(
      'Write for us Send your pitch to ann@paper.example before Friday. more',
    );
    expect(found?.evidenceText.length).toBeLessThanOrEqual(200 + 'ann@paper.example'.length);
  });

  it('is linear in hostile pages', () => {
    const pages = [
      'a'.repeat(300_000),
      'a@'.repeat(100_000),
      'a [at] '.repeat(40_000),
      '<b>'.repeat(20_000),
      'Aa '.repeat(100_000),
    ];
    for (const page of pages) {
      const start = performance.now();
      find(page);
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });
});
