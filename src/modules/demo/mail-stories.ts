/** A mail of the demo, ours or theirs. */
export interface DemoMailOfOurs {
  readonly ours: true;
  readonly hoursAgo: number;
  readonly subject: string;
  readonly text: string;
}

export interface DemoMailOfTheirs {
  readonly ours: false;
  readonly hoursAgo: number;
  readonly kind: 'reply' | 'auto_reply' | 'bounce' | 'unsubscribe' | 'other';
  readonly rule: string;
  readonly matchRule: 'references' | 'returned_original' | 'sender_and_subject' | 'none';
  readonly from: readonly [name: string, address: string];
  readonly subject: string;
  readonly text: string;
  readonly quoted?: string;
  readonly html?: string;
  readonly recipients?: readonly Readonly<Record<string, unknown>>[];
  readonly optOut?: Readonly<Record<string, unknown>>;
  readonly terms?: Readonly<Record<string, unknown>>;
  readonly returnsInDays?: number;
}

/** A conversation of the demo. */
export interface DemoConversation {
  readonly state: 'to_answer' | 'waiting' | 'unmatched' | 'other' | 'done';
  /** A site of the demo web, and the pitch on it where there is one. */
  readonly site?: string;
  readonly to?: readonly [name: string, address: string];
  /** Somebody looks after it. */
  readonly isMine?: true;
  readonly note?: string;
  readonly mails: readonly (DemoMailOfOurs | DemoMailOfTheirs)[];
}

/** A mail of the demo on its way out. */
export interface DemoOutgoing {
  readonly site: string;
  readonly to: readonly [name: string, address: string];
  readonly subject: string;
  readonly text: string;
  /** Hours until it goes; negative for what is past. */
  readonly inHours: number;
  readonly hold?: readonly [code: string, params: Readonly<Record<string, unknown>>];
  readonly isDoubt?: true;
}

const QUOTED =
  '> Dag Bart,\n>\n> In je stuk over wonen op 40 vierkante meter miste ik de verwarming.\n> Zullen wij er een gastartikel over schrijven?';
const NO_TERMS = { links: [], rel: null, linkCount: null, date: null, price: null, words: null };
const FOLLOW = 'Eén link in de tekst is prima, follow.';

/** A believable afternoon of mail: a reply with terms, a bounce, an absence, a digest, an opt-out, and one nobody knows. */
export const DEMO_CONVERSATIONS: readonly DemoConversation[] = [
  {
    state: 'to_answer',
    site: 'kleinewoning',
    to: ['Bart Blok', 'bart@kleinewoning.demo.test'],
    isMine: true,
    note: 'Bart schrijft graag zelf de inleiding.',
    mails: [
      {
        ours: true,
        hoursAgo: 190,
        subject: 'Een gastartikel over warmte in een klein huis',
        text: 'Dag Bart,\n\nIn je stuk over wonen op 40 vierkante meter miste ik de verwarming. Zullen wij er een gastartikel over schrijven?\n\nGroet, Mila',
      },
      {
        ours: false,
        hoursAgo: 2,
        kind: 'reply',
        rule: 'person',
        matchRule: 'references',
        from: ['Bart Blok', 'bart@kleinewoning.demo.test'],
        subject: 'Re: Een gastartikel over warmte in een klein huis',
        text: `Hoi Mila,\n\nLeuk idee, vooral het stuk over verlichting op zonne-energie. Stuur maar een eerste versie, max. 900 woorden. ${FOLLOW} Lukt het voor 4 december?\n\nGroet, Bart`,
        quoted: QUOTED,
        html: '<p>Hoi Mila,</p><p>Leuk idee, vooral het stuk over <b>verlichting op zonne-energie</b>. Stuur maar een eerste versie, max. 900 woorden. Eén link in de tekst is prima, follow.</p><p>Groet, Bart</p>',
        terms: {
          ...NO_TERMS,
          rel: { value: 'follow', sentence: FOLLOW },
          linkCount: { value: 1, sentence: FOLLOW },
          date: { value: '2026-12-04', sentence: 'Lukt het voor 4 december?' },
          words: {
            value: { min: null, max: 900 },
            sentence: 'Stuur maar een eerste versie, max. 900 woorden.',
          },
        },
      },
    ],
  },
  {
    state: 'to_answer',
    site: 'woonmagazine',
    to: ['Advertising desk Wonen', 'sales@woonmagazine.demo.test'],
    mails: [
      {
        ours: true,
        hoursAgo: 200,
        subject: 'Isolatie: wat het per maand scheelt',
        text: 'Goedendag,\n\nWij hebben gemeten wat isolatie per maand scheelt. Is dat iets voor Woonmagazine?\n\nGroet, Mila',
      },
      {
        ours: false,
        hoursAgo: 5,
        kind: 'bounce',
        rule: 'dsn',
        matchRule: 'returned_original',
        from: ['Mail Delivery System', 'mailer-daemon@mx.demo.test'],
        subject: 'Undelivered Mail Returned to Sender',
        text: 'The mail system could not deliver your message.\n\n<sales@woonmagazine.demo.test>: host mx.woonmagazine.demo.test said: 550 5.1.1 User unknown',
        recipients: [
          {
            address: 'sales@woonmagazine.demo.test',
            status: '5.1.1',
            replyCode: 550,
            permanent: true,
            scope: 'address',
            reason: 'User unknown',
          },
        ],
      },
    ],
  },
  {
    state: 'to_answer',
    site: 'balkonplanten',
    to: ['Noor Haas', 'noor@balkonplanten.demo.test'],
    mails: [
      {
        ours: true,
        hoursAgo: 75,
        subject: 'Een balkon dat stroom geeft',
        text: 'Dag Noor,\n\nZullen wij laten zien hoe een balkon stroom geeft?\n\nGroet, Mila',
      },
      {
        ours: false,
        hoursAgo: 8,
        kind: 'reply',
        rule: 'person',
        matchRule: 'references',
        from: ['Noor Haas', 'noor@balkonplanten.demo.test'],
        subject: 'Re: Een balkon dat stroom geeft',
        text: 'Dag,\n\nHoud hier alsjeblieft mee op. We doen alleen planten.\n\nNoor',
        optOut: {
          answer: 'doubtful',
          sentence: 'Houd hier alsjeblieft mee op.',
        },
      },
    ],
  },
  {
    state: 'waiting',
    site: 'greenhub',
    to: ['Ama Mensah', 'ama@greenhub.demo.test'],
    mails: [
      {
        ours: true,
        hoursAgo: 50,
        subject: 'A new chart for your heat pump page',
        text: 'Hi Ama,\n\nWe measured twelve heat pumps over a winter. Would the chart fit your page?\n\nBest, Mila',
      },
      {
        ours: false,
        hoursAgo: 49,
        kind: 'auto_reply',
        rule: 'auto_submitted',
        matchRule: 'references',
        from: ['Ama Mensah', 'ama@greenhub.demo.test'],
        subject: 'Automatic reply: out of the office',
        text: 'I am away and will read mail again when I am back.',
        returnsInDays: 4,
      },
    ],
  },
  {
    state: 'unmatched',
    mails: [
      {
        ours: false,
        hoursAgo: 4,
        kind: 'reply',
        rule: 'person',
        matchRule: 'none',
        from: ['Redactie Duurzaam Wonen', 'joost.veld@duurzaamwonen.demo.test'],
        subject: 'Uw voorstel over kleine daken',
        text: 'Beste mevrouw Prins,\n\nUw voorstel over zonnepanelen op een klein dak lag bij een collega. Ik neem het over; kunt u mij de cijfers sturen?\n\nJoost Veld',
      },
    ],
  },
  {
    state: 'other',
    mails: [
      {
        ours: false,
        hoursAgo: 26,
        kind: 'other',
        rule: 'bulk',
        matchRule: 'none',
        from: ['Source requests', 'digest@journalists.demo.test'],
        subject: '12 requests, 3 about energy at home',
        text: '1. Regional paper: who measured a heat pump in a house from before 1940?\n2. Radio: are batteries at home worth it?\n3. Magazine: insulation for tenants.',
      },
    ],
  },
  {
    state: 'done',
    site: 'familytable',
    to: ['Ruth Cole', 'ruth@familytable.demo.test'],
    mails: [
      {
        ours: true,
        hoursAgo: 120,
        subject: 'The cheesecake page',
        text: 'Hi Ruth,\n\nYour cheesecake names a cheese nobody makes any more. Ours is close; would you mention it?\n\nBest, Mila',
      },
      {
        ours: false,
        hoursAgo: 96,
        kind: 'unsubscribe',
        rule: 'person',
        matchRule: 'references',
        from: ['Ruth Cole', 'ruth@familytable.demo.test'],
        subject: 'Re: The cheesecake page',
        text: 'Please remove me from your list.',
        optOut: { answer: 'clear', sentence: 'Please remove me from your list.' },
      },
    ],
  },
];

/** What goes next, what is held back, and one of which nobody knows whether it left. */
export const DEMO_OUTGOING: readonly DemoOutgoing[] = [
  {
    site: 'warmtenieuws',
    to: ['Redactie', 'redactie@warmtenieuws.demo.test'],
    subject: 'Warmtepompen in oude huizen: twaalf metingen',
    text: 'Goedendag,\n\nWij hebben een winter lang gemeten in huizen van voor 1940. Mogen we de cijfers laten zien?\n\nGroet, Mila',
    inHours: -1.2,
    isDoubt: true,
  },
  {
    site: 'klimaatkrant',
    to: ['Redactie', 'redactie@klimaatkrant.demo.test'],
    subject: 'Wat een klein dak aan stroom geeft',
    text: 'Goedendag,\n\nEen klein dak is geen reden om niets te doen. Zullen wij erover schrijven?\n\nGroet, Mila',
    inHours: -3,
    hold: ['ground_missing', {}],
  },
  {
    site: 'ecohome',
    to: ['Editors', 'editors@ecohome.demo.test'],
    subject: 'Small roofs, real figures',
    text: 'Hello,\n\nWe measured three small roofs for a year. Would your readers like the figures?\n\nBest, Mila',
    inHours: 20,
  },
  {
    site: 'cheeseatlas',
    to: ['Elin Moor', 'hello@cheeseatlas.demo.test'],
    subject: 'A cheese missing from the atlas',
    text: 'Hi Elin,\n\nThere is one dairy in the hills that your atlas does not know yet. May we send you a page about it?\n\nBest, Mila',
    inHours: 20.5,
  },
  {
    site: 'plantparents',
    to: ['Editors', 'hello@plantparents.demo.test'],
    subject: 'Plants for dark rooms',
    text: 'Hello,\n\nWhich plants live without a window? We tried eleven for you.\n\nBest, Mila',
    inHours: 22,
  },
];
