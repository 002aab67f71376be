import { bodyOf } from '../http/answers.js';
import type { Answer } from '../http/browser.js';
import type { Person } from '../http/people.js';

/** Adds a publisher; answers its detail. */
export function aPublisher(person: Person, name: string, wish: object = {}): Promise<Answer['body']> {
  return bodyOf(person.browser.post('/publishers', { name, ...wish }), 201);
}
