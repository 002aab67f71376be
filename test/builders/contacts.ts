import { bodyOf } from '../http/answers.js';
import type { Answer } from '../http/browser.js';
import type { Person } from '../http/people.js';

let people = 0;

/** Adds a contact with a name and an address of its own, unless the wish says others; answers its detail. */
export function aNumberedContact(person: Person, wish: object = {}): Promise<Answer['body']> {
  people += 1;
  const addresses = [{ address: `person${people}@mail.example` }];
  return bodyOf(person.browser.post('/contacts', { name: `Person ${people}`, addresses, ...wish }), 201);
}
