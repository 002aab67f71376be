import { bodyOf } from '../http/answers.js';
import type { Answer } from '../http/browser.js';
import type { Person } from '../http/people.js';

/** Writes down a relationship of a brand with a site; answers it. */
export function aRelationship(person: Person, brandId: string, siteAddress: string): Promise<Answer['body']> {
  return bodyOf(person.browser.post('/relationships', { brandId, siteAddress }), 201);
}

/** Enters a link by hand: one from log.example to a guide of shop.example, unless the wish says another. */
export function enterLink(person: Person, relationshipId: string, wish: object): Promise<Answer> {
  return person.browser.post(`/relationships/${relationshipId}/links`, {
    direction: 'to_us',
    sourceUrl: 'https://log.example/a',
    targetUrl: 'https://shop.example/guide',
    ...wish,
  });
}
