import type { DemoMailOfTheirs } from './mail-stories.js';

/** What somebody wrote back to a mail of a sequence of the demo. */
export interface DemoAnswer {
  /** After which mail of the sequence, and how many hours later. */
  readonly afterMail: number;
  readonly hoursLater: number;
  readonly state: 'to_answer' | 'waiting' | 'done';
  readonly mail: Pick<DemoMailOfTheirs, 'kind' | 'rule' | 'text'> &
    Partial<Pick<DemoMailOfTheirs, 'terms' | 'optOut' | 'recipients' | 'returnsInDays'>>;
}

/** A site of the demo that was enrolled in a sequence so many days ago, and what came of it. */
export interface DemoEnrolled {
  readonly host: string;
  readonly person: string;
  readonly daysAgo: number;
  readonly answer?: DemoAnswer;
}

/** The mails of the demo's sequence: what each is for, how long after the one before, and its words. */
export const DEMO_STEPS = [
  {
    purpose: 'first',
    waitWorkingDays: 0,
    subject: 'A year in a small house, in figures',
    body: 'Hi {{default contact.firstName "there"}},\n\nWe measured for a year what a small house needs to stay warm. Would the figures be something for readers of {{site.name}}? We write the article, you decide about every word.\n\n{{optOut.line}}\n\n{{sender.name}}',
  },
  {
    purpose: 'follow_up_1',
    waitWorkingDays: 4,
    subject: 'Re: A year in a small house, in figures',
    body: 'Hi {{default contact.firstName "there"}},\n\nOne figure that surprised us: curtains save more than a second door. Shall I send a first draft?\n\n{{optOut.line}}\n\n{{sender.name}}',
  },
  {
    purpose: 'follow_up_2',
    waitWorkingDays: 6,
    subject: 'Re: A year in a small house, in figures',
    body: 'Hi {{default contact.firstName "there"}},\n\nI will leave it at this. If the subject comes up one day, the figures are yours.\n\n{{optOut.line}}\n\n{{sender.name}}',
  },
] as const;

const NO_TERMS = { links: [], rel: null, linkCount: null, date: null, price: null, words: null };

const reply = (text: string, more: Partial<DemoAnswer['mail']> = {}): DemoAnswer['mail'] => ({
  kind: 'reply',
  rule: 'person',
  text,
  ...more,
});

const bounce = (address: string): DemoAnswer['mail'] => ({
  kind: 'bounce',
  rule: 'dsn',
  text: `The mail system could not deliver your message.\n\n<${address}>: 550 5.1.1 User unknown`,
  recipients: [
    { address, status: '5.1.1', replyCode: 550, permanent: true, scope: 'address', reason: 'User unknown' },
  ],
});

const PRICE = 'A guest article is 180 euros, with one follow link.';

/** Who was enrolled when: some answered, some cannot be reached, most let us wait. */
export const DEMO_ENROLLED: readonly DemoEnrolled[] = [
  {
    host: 'tinycabins.example',
    person: 'Olive Marsh',
    daysAgo: 24,
    answer: {
      afterMail: 1,
      hoursLater: 20,
      state: 'done',
      mail: reply('Hi Mila,\n\nThank you, but we only print what our own people lived through.\n\nOlive'),
    },
  },
  { host: 'narrowboat-life.example', person: 'Ted Rowe', daysAgo: 23 },
  {
    host: 'warmwalls.example',
    person: 'Ines Ferro',
    daysAgo: 22,
    answer: {
      afterMail: 2,
      hoursLater: 3,
      state: 'to_answer',
      mail: reply(`Hi Mila,\n\nYes, curtains! ${PRICE} Could we have it by 4 December?\n\nInes`, {
        terms: {
          ...NO_TERMS,
          rel: { value: 'follow', sentence: PRICE },
          linkCount: { value: 1, sentence: PRICE },
          price: { value: { minor: 18_000, currency: 'EUR' }, sentence: PRICE },
        },
      }),
    },
  },
  {
    host: 'attic-and-eaves.example',
    person: 'Hugh Lane',
    daysAgo: 21,
    answer: { afterMail: 1, hoursLater: 0.1, state: 'done', mail: bounce('hugh@attic-and-eaves.example') },
  },
  { host: 'lowbills.example', person: 'Priya Nair', daysAgo: 20 },
  { host: 'heatatlas.example', person: 'Jon Berg', daysAgo: 19 },
  {
    host: 'selfbuilders.example',
    person: 'Mary Quill',
    daysAgo: 17,
    answer: {
      afterMail: 1,
      hoursLater: 1,
      state: 'waiting',
      mail: {
        kind: 'auto_reply',
        rule: 'auto_submitted',
        text: 'I am out of the office and will read my mail when I am back.',
        returnsInDays: 6,
      },
    },
  },
  { host: 'downsizing.example', person: 'Carl Voss', daysAgo: 16 },
  {
    host: 'gardenroom.example',
    person: 'Ruth Amsel',
    daysAgo: 14,
    answer: {
      afterMail: 2,
      hoursLater: 5,
      state: 'done',
      mail: reply('Please take me off your list.', {
        optOut: { answer: 'clear', sentence: 'Please take me off your list.' },
      }),
    },
  },
  { host: 'offgridpaper.example', person: 'Sam Wells', daysAgo: 13 },
  {
    host: 'draughtproof.example',
    person: 'Nell Ford',
    daysAgo: 10,
    answer: {
      afterMail: 1,
      hoursLater: 26,
      state: 'to_answer',
      mail: reply('Hello,\n\nSend me the figures and I will see what I can do with them.\n\nNell'),
    },
  },
  { host: 'smallspaces.example', person: 'Ivo Lind', daysAgo: 9 },
  {
    host: 'cosyhomes.example',
    person: 'Fay Stone',
    daysAgo: 8,
    answer: { afterMail: 1, hoursLater: 0.1, state: 'done', mail: bounce('fay@cosyhomes.example') },
  },
  { host: 'rooflight.example', person: 'Ben Ash', daysAgo: 7 },
  { host: 'stovetop.example', person: 'Lena Holt', daysAgo: 6 },
  { host: 'woolandwood.example', person: 'Alma Reed', daysAgo: 5 },
  { host: 'towerblock.example', person: 'Joe Park', daysAgo: 4 },
  { host: 'greyhouse.example', person: 'Tess Moor', daysAgo: 2 },
  { host: 'firstkeys.example', person: 'Kim Vale', daysAgo: 1 },
];

/** Who somebody of the team is about to write to. */
export const DEMO_NOT_ENROLLED: readonly Pick<DemoEnrolled, 'host' | 'person'>[] = [
  { host: 'newbeams.example', person: 'Gus Thorn' },
  { host: 'hearthside.example', person: 'Mo Avery' },
];
