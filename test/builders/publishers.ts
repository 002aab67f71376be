import type { Answer } from '../http/browser.js';
import type { Person } from '../http/people.js';
import { made } from './agency.js';

/** Adds a publisher; answers its detail. */
export async function aPublisher(person: Person, name: string, wish: object = {}): Promise<Answer['body']> {
  const answer = await person.browser.post('/publishers', { name, ...wish });
  made(answer);
  return answer.body;
}
