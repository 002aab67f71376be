import { describe, expect, it } from '@jest/globals';
import { linking, NO_ANSWER, said } from '../../../test/builders/judged.js';
import { aVisit } from '../../../test/builders/visit.js';
import type { Visit } from './facts.js';
import { UNREACHABLE_CODES } from './verdict.js';

describe('no usable answer', () => {
  it.each(UNREACHABLE_CODES)('%s is unreachable', (code) => {
    expect(said(aVisit({ ...NO_ANSWER, failure: { code, detail: null } }))).toBe(`unreachable: ${code}`);
  });

  it.each<[string, Partial<Visit>, string]>([
    ['429 is unreachable', { status: 429, page: null }, 'unreachable: rate_limited'],
    ['500 is unreachable', { status: 500, page: null }, 'unreachable: server_error'],
    ['503 with a page is unreachable', { status: 503 }, 'unreachable: server_error'],
    ['599 is a server error', { status: 599 }, 'unreachable: server_error'],
    ['600 is no status', { status: 600 }, 'unreachable: protocol'],
    ['a redirect that leads nowhere is no answer', { status: 302, page: null }, 'unreachable: protocol'],
    ['304 is none', { status: 304, page: null }, 'unreachable: protocol'],
    ['101 is none', { status: 101, page: null }, 'unreachable: protocol'],
    ['no status at all is none', { ...NO_ANSWER }, 'unreachable: protocol'],
    [
      'a failure comes before robots',
      {
        ...NO_ANSWER,
        failure: { code: 'robots_unreachable', detail: null },
        robotsAllowed: { own: false, googlebot: true },
      },
      'unreachable: robots_unreachable',
    ],
    [
      'a failure comes before a status',
      { status: 200, failure: { code: 'bad_encoding', detail: null } },
      'unreachable: bad_encoding',
    ],
  ])('%s', (_, changes, answer) => {
    expect(said(aVisit(changes))).toBe(answer);
  });
});

describe('no page', () => {
  it.each<[string, Partial<Visit>, string]>([
    [
      'robots.txt against us',
      { ...NO_ANSWER, robotsAllowed: { own: false, googlebot: true } },
      'unverifiable: robots_denied',
    ],
    [
      'robots.txt against us wins over a status',
      { status: 404, robotsAllowed: { own: false, googlebot: false } },
      'unverifiable: robots_denied',
    ],
    [
      'a redirect to a page that robots.txt denies',
      { status: 302, page: null, robotsAllowed: { own: false, googlebot: true } },
      'unverifiable: robots_denied',
    ],
    [
      'robots.txt against Googlebot alone is no denial',
      { robotsAllowed: { own: true, googlebot: false } },
      'absent: link_absent',
    ],
    ['an unanswered robots.txt is no denial', { robotsAllowed: null }, 'absent: link_absent'],
    ['404 is a gone page', { status: 404, page: null }, 'absent: page_gone'],
    ['410 is a gone page', { status: 410, page: null }, 'absent: page_gone'],
    ['401 proves nothing', { status: 401, page: null }, 'unverifiable: http_status'],
    ['403 proves nothing', { status: 403, page: null }, 'unverifiable: http_status'],
    ['451 proves nothing', { status: 451, page: null }, 'unverifiable: http_status'],
    ['204 proves nothing', { status: 204, page: null }, 'unverifiable: http_status'],
    ['206 proves nothing', { status: 206 }, 'unverifiable: http_status'],
    ['a PDF proves nothing', { page: null, contentType: 'application/pdf' }, 'unverifiable: not_html'],
    ['no type and no page proves nothing', { page: null, contentType: null }, 'unverifiable: not_html'],
    [
      'a cut-off PDF is still no HTML',
      { page: null, contentType: 'application/pdf', limit: 'too_large' },
      'unverifiable: not_html',
    ],
    ['a page that could not be parsed', { page: null, limit: 'parse_limit' }, 'unverifiable: parse_limit'],
    [
      'a page without type that could not be parsed',
      { page: null, limit: 'parse_limit', contentType: null },
      'unverifiable: parse_limit',
    ],
    [
      'an XHTML page that was too large',
      { page: null, limit: 'too_large', contentType: 'Application/XHTML+xml; charset=x' },
      'unverifiable: too_large',
    ],
  ])('%s', (_, changes, answer) => {
    expect(said(aVisit(changes))).toBe(answer);
  });

  it.each([404, 410])('%i is gone whatever the body holds', (status) => {
    expect(said({ ...linking({}), status })).toBe('absent: page_gone');
  });

  it.each([200, 201, 202, 203, 205, 207, 226, 299])('%i is read like 200', (status) => {
    expect(said({ ...linking({}), status })).toBe('live:');
  });
});
