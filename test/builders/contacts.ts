import type { Answer } from '../http/browser.js';
import type { Person } from '../http/people.js';
import { made } from './agency.js';

let people = 0;

/** Adds a contact with a name and an address of its own, unless the wish says others; answers its detail. */
export async function aNumberedContact(person: Person, wish: object = {}): Promise<Answer['body']> {
  people += 1;
  const answer = await person.browser.post('/contacts', {
    name: `Person ${people}`,
    addresses: [{ address: `person${people}@mail.example` }],
    ...wish,
  });
  made(answer);
  return answer.body;
}
