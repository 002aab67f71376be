import { describe, expect, it } from '@jest/globals';
import type { PageFacts, Visit } from './facts.js';
import { nextTargetState, readTarget, type TargetReading, type TargetState } from './target-reading.js';
import type { PageMark, UnreachableCode } from './verdict.js';

const visit = (part: Partial<Visit>): Visit => ({
  failure: null,
  robotsAllowed: { own: true, googlebot: true },
  status: 200,
  finalUrl: 'https://shop.example/',
  redirects: [],
  contentType: 'text/html',
  page: null,
  limit: null,
  rendering: 'none',
  matches: [],
  ...part,
});
const failed = (code: UnreachableCode): Visit => visit({ failure: { code, detail: null }, status: null });
const marked = (...marks: PageMark[]): Visit => visit({ page: { marks } as unknown as PageFacts });

describe('readTarget', () => {
  it.each<[string, Visit, TargetReading]>([
    ['a page that answers', visit({}), { status: 'answers', code: null }],
    ['a file that answers', visit({ contentType: 'application/pdf' }), { status: 'answers', code: null }],
    ['404 fails', visit({ status: 404 }), { status: 'failing', code: 'page_gone' }],
    ['410 fails', visit({ status: 410 }), { status: 'failing', code: 'page_gone' }],
    ['500 fails', visit({ status: 500 }), { status: 'failing', code: 'server_error' }],
    [
      '403 may be a guard against robots',
      visit({ status: 403 }),
      { status: 'could_not_check', code: 'http_status' },
    ],
    ['429 says come later', visit({ status: 429 }), { status: 'could_not_check', code: 'rate_limited' }],
    ['a name that is gone fails', failed('dns'), { status: 'failing', code: 'dns' }],
    ['an expired certificate fails', failed('tls'), { status: 'failing', code: 'tls' }],
    ['a redirect loop fails', failed('redirect_loop'), { status: 'failing', code: 'redirect_loop' }],
    ['a timeout may be the line', failed('timeout'), { status: 'could_not_check', code: 'timeout' }],
    [
      'a refused address was not asked',
      failed('address_refused'),
      { status: 'could_not_check', code: 'address_refused' },
    ],
    [
      'robots.txt keeping us out says nothing',
      visit({ robotsAllowed: { own: false, googlebot: true }, status: null }),
      { status: 'could_not_check', code: 'robots_denied' },
    ],
    [
      'robots.txt not answered leaves the page to speak',
      visit({ robotsAllowed: null }),
      { status: 'answers', code: null },
    ],
    ['"not found" with status 200 fails', marked('soft_404'), { status: 'failing', code: 'soft_404' }],
    ['a parked domain fails', marked('domain_parked'), { status: 'failing', code: 'domain_parked' }],
    ['a consent wall is a page that answers', marked('consent_wall'), { status: 'answers', code: null }],
    [
      'no status at all could not be checked',
      visit({ status: null }),
      { status: 'could_not_check', code: 'http_status' },
    ],
  ])('%s', (_, seen, expected) => {
    expect(readTarget(seen)).toEqual(expected);
  });
});

describe('nextTargetState', () => {
  const at = new Date('2026-11-20T09:00:00Z');
  const earlier = new Date('2026-11-18T09:00:00Z');
  const unknown: TargetState = { status: 'unknown', failingSince: null, code: null };
  const failing: TargetState = { status: 'failing', failingSince: earlier, code: 'page_gone' };

  it.each<[string, TargetState, TargetReading, TargetState]>([
    [
      'the first answer',
      unknown,
      { status: 'answers', code: null },
      { status: 'answers', failingSince: null, code: null },
    ],
    [
      'the first failure begins now',
      unknown,
      { status: 'failing', code: 'dns' },
      { status: 'failing', failingSince: at, code: 'dns' },
    ],
    [
      'another failure goes on since the first',
      failing,
      { status: 'failing', code: 'dns' },
      { status: 'failing', failingSince: earlier, code: 'dns' },
    ],
    [
      'a visit that could not tell leaves it failing',
      failing,
      { status: 'could_not_check', code: 'timeout' },
      { status: 'failing', failingSince: earlier, code: 'timeout' },
    ],
    [
      'an answer ends it',
      failing,
      { status: 'answers', code: null },
      { status: 'answers', failingSince: null, code: null },
    ],
    [
      'a page never reached is not failing',
      unknown,
      { status: 'could_not_check', code: 'timeout' },
      { status: 'could_not_check', failingSince: null, code: 'timeout' },
    ],
  ])('%s', (_, before, reading, expected) => {
    expect(nextTargetState(before, reading, at)).toEqual(expected);
  });
});
