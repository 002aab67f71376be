import { describe, expect, it } from '@jest/globals';
import { returnDay, saysLeft, successorIn } from './absence.js';

const TODAY = '2026-11-20';
const FROM = { address: 'jan@site.example', name: 'Jan' };

describe('an absent person', () => {
  it.each([
    ['I am out of the office and will be back on 5 January.', '2027-01-05'],
    ['I will return on Monday 30 November 2026.', '2026-11-30'],
    ['I am away until December 1st.', '2026-12-01'],
    ['Out of office from 20 November to 27 November', '2026-11-28'],
    ['On leave through 27 November 2026.', '2026-11-28'],
    ['Ik ben afwezig t/m 27 november.', '2026-11-28'],
    ['Ik ben met vakantie tot 4 december.', '2026-12-04'],
    ['Vanaf 4 december ben ik weer bereikbaar.', '2026-12-04'],
    ['Ik ben weer bereikbaar vanaf 4 december.', '2026-12-04'],
    ['Ik ben maandag 30 november terug.', '2026-11-30'],
    ['I was back on 2 January 2020.', null],
    ['Our office opened on 5 January 2027.', null],
    ['I am out of the office.', null],
  ])('%s', (text, day) => {
    expect(returnDay(text, TODAY)).toBe(day);
  });

  it.each([
    ['Jan is no longer with the company.', true],
    ['Jan has left the company.', true],
    ['Jan is niet meer werkzaam bij Site.', true],
    ['Jan is uit dienst.', true],
    ['Jan werkt hier niet meer.', true],
    ['I am no longer waiting.', false],
    ['Ik ben er niet.', false],
  ])('%s has left: %s', (text, left) => {
    expect(saysLeft(text)).toBe(left);
  });

  it.each([
    [
      'Please contact Piet Jansen (piet@site.example).',
      { address: 'piet@site.example', name: 'Piet Jansen' },
    ],
    [
      'Neem contact op met Els van den Berg via els@site.example',
      { address: 'els@site.example', name: 'Els van den Berg' },
    ],
    ['For urgent matters mail info@site.example.', { address: 'info@site.example', name: null }],
    ['Mail me at jan@site.example or anna@agency.example.', null],
    ['I am away.', null],
  ])('%s names', (text, successor) => {
    expect(successorIn(text, FROM, ['anna@agency.example'])).toEqual(successor);
  });
});
