import { describe, expect, it } from '@jest/globals';
import { recipientZone } from './recipient-zone.js';

describe('the zone of a recipient', () => {
  it.each([
    ['is the one that is known', 'Asia/Tokyo', 'NL', 'Asia/Tokyo'],
    ['is that of the country where none is', null, 'NL', 'Europe/Amsterdam'],
    ['is that of the country where the known one is none', 'Mars/Base', 'DE', 'Europe/Berlin'],
    ['could not be told in a country with several', null, 'US', null],
    ['could not be told without a country', null, null, null],
  ])('%s', (_, zone, country, found) => {
    expect(recipientZone(zone, country)).toBe(found);
  });
});
