import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand } from '../builders/agency.js';
import { outcome, posted } from './answers.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let pitchId: string;
const BODY =
  'Hi {{contact.firstName}},\n\n{{page.observation}}\n\n{{sender.name}}, {{sender.company}}\n{{optOut.line}}\n';
const WORDS = { subjects: ['About {{page.title}}', 'For {{site.name}}'], body: BODY };
const SUBJECT = { kind: 'guest_blogging', purpose: 'first', locale: 'en' };

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  const { brandId } = await aBrand(owner, 'Clay');
  const campaign = await sent('/campaigns', { brandId, kind: 'guest_blogging', name: 'Kiln guide' });
  const contact = await sent('/contacts', {
    name: 'Noor de Vries',
    firstName: 'Noor',
    addresses: [{ address: 'noor@kiln-journal.example' }],
    siteAddresses: ['kiln-journal.example'],
  });
  const wish = { siteAddress: 'kiln-journal.example', contactIds: [contact.id] };
  pitchId = (await sent(`/campaigns/${campaign.id}/pitches`, wish)).id;
});
afterAll(() => app.close());

const sent = (path: string, body: object, who = owner) => posted(who, path, body);
const add = (name: string, more: object = {}) => sent('/templates', { name, ...SUBJECT, ...WORDS, ...more });
const preview = async (wish: object) =>
  (await owner.browser.post(`/pitches/${pitchId}/mail-preview`, wish)).body;

describe('a template', () => {
  it('is made with its first version and says what is doubtful', async () => {
    const body = await add('First mail', { body: `${BODY}[Your story here]` });
    expect(body).toMatchObject({
      kind: 'guest_blogging',
      versionNo: 1,
      revision: 1,
      subjects: WORDS.subjects,
      html: null,
    });
    expect(body.variables).toEqual(
      expect.arrayContaining(['contact.firstName', 'optOut.line', 'page.observation', 'sender.company']),
    );
    expect(body.findings.problems).toEqual([]);
    expect(body.findings.warnings).toMatchObject([
      { code: 'placeholder_left', part: 'body', line: 7, column: 1 },
    ]);
  });

  it('that cannot work is refused with line, column and sentence, in the language of the reader', async () => {
    const wish = {
      name: 'Broken',
      ...SUBJECT,
      subjects: ['{{{x}}}'],
      body: 'Hi\n{{contact.fistName}} {{#each a}}',
    };
    const answer = await owner.browser.post('/templates', wish);
    expect(outcome(answer)).toBe('400 request.invalid');
    const told = answer.body.errors.map((fault: Record<string, unknown>) => [
      fault['field'],
      fault['code'],
      fault['params'],
    ]);
    expect(told).toEqual([
      ['subjects.0', 'triple_braces', { line: 1, column: 1 }],
      ['body', 'block_unknown', { line: 2, column: 22 }],
    ]);
    const lint = await owner.browser.post('/templates/lint', {
      ...SUBJECT,
      ...WORDS,
      body: 'Hi {{contact.fistName}}',
    });
    expect(lint.body.problems[0].message).toBe(
      'There is no variable contact.fistName. Did you mean contact.firstName?',
    );
  });

  it('keeps every save as a version and brings any of them back', async () => {
    const { id } = await add('Many versions');
    await sent(`/templates/${id}/versions`, {
      revision: 1,
      ...WORDS,
      body: `${BODY}Second.`,
      note: 'longer',
    });
    expect(outcome(await owner.browser.post(`/templates/${id}/versions`, { revision: 1, ...WORDS }))).toBe(
      '409 template.changed_meanwhile',
    );
    const versions = (await owner.browser.get(`/templates/${id}/versions`)).body.items;
    expect(
      versions.map((one: Record<string, unknown>) => [one['no'], one['note'], one['isCurrent']]),
    ).toEqual([
      [2, 'longer', true],
      [1, '', false],
    ]);
    const back = await sent(`/templates/${id}/versions/${versions[1].id}/restore`, {});
    expect(back).toMatchObject({ versionNo: 3, revision: 3, body: BODY });
  });

  it('has a name of its own, leaves the list when archived, and comes back', async () => {
    const { id } = await add('Only once');
    expect(outcome(await owner.browser.post('/templates', { name: 'only ONCE', ...SUBJECT, ...WORDS }))).toBe(
      '409 template.name_taken',
    );
    await sent(`/templates/${id}/archive`, {});
    const names = async (query: string) =>
      (await owner.browser.get(`/templates?${query}`)).body.items.map((row: { name: string }) => row.name);
    expect(await names('search=only')).toEqual([]);
    expect(await names('search=only&archived=true')).toEqual(['Only once']);
    await sent(`/templates/${id}/restore`, {});
    expect(await names('search=only&kind=guest_blogging&purpose=first&locale=en')).toEqual(['Only once']);
    expect(await names('search=only&kind=haro')).toEqual([]);
  });

  it('is copied from a starter', async () => {
    const starters = (await owner.browser.get('/template-starters?kind=guest_blogging&locale=nl')).body.items;
    expect(starters.map((one: { key: string }) => one.key)).toContain('guest_blogging/first.nl');
    const copy = await sent('/templates', { starter: 'guest_blogging/first.nl', name: 'Van een starter' });
    expect(copy).toMatchObject({
      starter: 'guest_blogging/first.nl',
      locale: 'nl',
      findings: { problems: [] },
    });
    expect(outcome(await owner.browser.post('/templates', { starter: '../system/en/test' }))).toBe(
      '404 template.starter_unknown',
    );
  });

  it('of a client is seen by members of that client alone', async () => {
    const { clientId } = await aBrand(owner, 'Theirs');
    const other = await aBrand(owner, 'Other');
    const mine = await add('For one client', { clientId });
    const limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    expect(outcome(await limited.browser.get(`/templates/${mine.id}`))).toBe('404 template.not_found');
    const theirs = { name: 'Not mine', ...SUBJECT, ...WORDS, clientId };
    expect(outcome(await limited.browser.post('/templates', theirs))).toBe('404 client.not_found');
  });

  it('of another workspace does not exist', async () => {
    const { id } = await add('Here only');
    const stranger = await anotherWorkspace(app, 'Elsewhere');
    expect(outcome(await stranger.browser.get(`/templates/${id}`))).toBe('404 template.not_found');
  });
});

describe('a snippet', () => {
  it('is used by its key, says how many need it, and stays while one does', async () => {
    const snippet = await sent('/snippets', {
      key: 'closing',
      locale: 'en',
      body: 'Warmly,\n{{sender.name}}',
    });
    await add('With a snippet', { body: `${BODY}{{snippet "closing"}}` });
    const [listed] = (await owner.browser.get('/snippets?locale=en')).body.items;
    expect(listed).toMatchObject({ key: 'closing', usedBy: 1 });
    expect(outcome(await owner.browser.post(`/snippets/${snippet.id}/archive`, {}))).toBe(
      '409 snippet.in_use',
    );
    const nested = await owner.browser.post('/snippets', {
      key: 'deep',
      locale: 'en',
      body: '{{snippet "closing"}}',
    });
    expect(nested.body.errors).toMatchObject([
      { field: 'body', code: 'snippet_in_snippet', params: { line: 1, column: 1 } },
    ]);
    expect(outcome(await owner.browser.post('/snippets', { key: 'closing', locale: 'en', body: 'x' }))).toBe(
      '409 snippet.key_taken',
    );
  });
});

describe('a mail of a pitch', () => {
  it('is never made while a variable is empty: each is named', async () => {
    const { id } = await add('Needs much');
    expect(await preview({ templateId: id })).toMatchObject({
      subjects: [],
      text: null,
      html: null,
      missing: ['page.title', 'page.observation'],
    });
  });

  it('is text and HTML for its contact, with nothing in it that a value could smuggle in', async () => {
    const draft = {
      locale: 'en',
      subjects: ['For {{site.name}}'],
      body: 'Hi {{contact.firstName}},\n{{page.observation}}\nhttps://clay.example/?a=1&b=2',
    };
    const { revision } = (await owner.browser.get(`/pitches/${pitchId}`)).body;
    const observation = 'Nice <script>alert(1)</script> {{sender.email}} "quoted"';
    await owner.browser.patch(`/pitches/${pitchId}`, { revision, fields: { observation } });
    const mail = await preview({ draft });
    expect(mail.text).toBe(`Hi Noor,\n${observation}\nhttps://clay.example/?a=1&b=2\n`);
    expect(mail.html).not.toContain('<script');
    expect(mail.html).toContain('<a href="https://clay.example/?a&#61;1&amp;b&#61;2">');
    expect(mail).toMatchObject({
      subjects: ['For kiln-journal.example'],
      missing: [],
      contactName: 'Noor de Vries',
    });
  });
});

it('a mail says who sends it, where they are reached by post, and what the brand does, once that is written down', async () => {
  const words = '{{sender.position}}, {{sender.address}}: {{brand.description}}';
  const draft = { locale: 'en', subjects: ['Hello'], body: words };
  expect((await preview({ draft })).missing).toEqual([
    'sender.position',
    'sender.address',
    'brand.description',
  ]);
  const { brandId } = (await owner.browser.get(`/pitches/${pitchId}`)).body;
  const { member } = (await owner.browser.get('/session')).body;
  const postalAddress = 'Kade 1, 1011 AB Amsterdam';
  await owner.browser.patch('/workspace', { settings: { postalAddress } });
  await owner.browser.patch(`/members/${member.id}`, { position: ' Editor ' });
  await owner.browser.patch(`/brands/${brandId}`, { description: 'makes clay ovens' });
  expect((await preview({ draft })).text).toBe(`Editor, ${postalAddress}: makes clay ovens\n`);
  const twoLines = await owner.browser.patch('/workspace', { settings: { postalAddress: 'a\r\nb' } });
  expect(outcome(twoLines)).toBe('400 request.invalid');
});

describe('the catalogue', () => {
  it('names the variables of a kind with an example of each', async () => {
    const { items } = (await owner.browser.get('/template-variables?kind=guest_blogging')).body;
    expect(items.find((one: { path: string }) => one.path === 'contact.firstName')).toMatchObject({
      example: 'Noor',
      isFlag: false,
    });
    expect(items.some((one: { path: string }) => one.path === 'field.ideas')).toBe(true);
    expect(outcome(await owner.browser.get('/template-variables?kind=unheard_of'))).toBe(
      '422 template.kind_unknown',
    );
  });
});
