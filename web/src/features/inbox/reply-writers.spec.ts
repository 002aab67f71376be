import { expect, it } from '@jest/globals';
import { writersOf } from './reply-writers.js';

type Message = Parameters<typeof writersOf>[0][number];

const came = (
  kind: Message['kind'],
  address: string,
  correctedKind: Message['correctedKind'] = null,
): Message => ({ direction: 'in', kind, correctedKind, from: { name: '', address } });
const sent: Message = {
  direction: 'out',
  kind: null,
  correctedKind: null,
  from: { name: 'Mila', address: 'mila@bureau.example' },
};

it.each<[string, Message[], string[]]>([
  [
    'who wrote last is answered first',
    [came('reply', 'a@x.example'), came('reply', 'b@x.example')],
    ['b', 'a'],
  ],
  [
    'a reply comes before a newer automatic one',
    [came('reply', 'a@x.example'), came('auto_reply', 'b@x.example')],
    ['a', 'b'],
  ],
  ['each once', [came('reply', 'a@x.example'), sent, came('reply', 'a@x.example')], ['a']],
  [
    'no program of a mail server',
    [sent, came('bounce', 'daemon@x.example'), came('complaint', 'fbl@x.example')],
    [],
  ],
  ['not ourselves', [sent, came('own', 'mila@bureau.example')], []],
  [
    'what a person says it is counts',
    [came('bounce', 'a@x.example', 'reply'), came('reply', 'b@x.example', 'bounce')],
    ['a'],
  ],
])('%s', (_fact, messages, names) => {
  expect(writersOf(messages).map(({ address }) => address.split('@')[0])).toEqual(names);
});
