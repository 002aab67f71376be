import { describe, expect, it } from '@jest/globals';
import { type AuthorityStanding, percentile, standingIn } from './authority.js';
import {
  type RankedLine,
  readRankColumns,
  readRanksLine,
  readTrancoLine,
  reversedName,
  USUAL_COLUMNS,
} from './authority-lines.js';
import { editionOf } from './authority-release.js';
import { NameFilter } from './name-filter.js';

describe('percentile', () => {
  it.each<[string, number, number, number | null]>([
    ['the first of a hundred is above 99 of them', 1, 100, 99],
    ['the last is above none', 100, 100, 0],
    ['the middle is above half', 50, 100, 50],
    ['two decimals', 1, 3, 66.67],
    ['the first of millions', 1, 100_700_000, 100],
    ['beyond the end of a shortened list nothing is known', 101, 100, null],
    ['an empty list says nothing', 1, 0, null],
  ])('%s', (_, rank, listed, share) => {
    expect(percentile(rank, listed)).toBe(share);
  });
});

describe('standingIn', () => {
  const reading = { release: 'r2', startedAt: 100 };
  it.each<[string, typeof reading | null, boolean, number, string | null, AuthorityStanding]>([
    ['nothing was read', null, true, 0, null, 'not_read'],
    ['a figure of this edition', reading, true, 0, 'r2', 'listed'],
    ['a figure of an older one only', reading, true, 0, 'r1', 'not_listed'],
    ['no figure at all', reading, true, 0, null, 'not_listed'],
    ['a site that came after the reading', reading, true, 101, null, 'not_read'],
    ['a part of a site is never listed', reading, false, 101, null, 'not_listed'],
  ])('%s', (_, read, ...[isDomain, createdAt, figureRelease, standing]) => {
    expect(standingIn(read, { isDomain, createdAt, figureRelease })).toBe(standing);
  });
});

describe('readRankColumns', () => {
  it.each<[string, string, ReturnType<typeof readRankColumns>]>([
    [
      'the usual header',
      '#harmonicc_pos\t#harmonicc_val\t#pr_pos\t#pr_val\t#host_rev\t#n_hosts',
      USUAL_COLUMNS,
    ],
    ['without the number of hosts', '#harmonicc_pos #harmonicc_val #pr_pos #pr_val #host_rev', USUAL_COLUMNS],
    ['another order', '#host_rev\t#pr_pos\t#harmonicc_pos', { name: 0, harmonic: 2, pagerank: 1 }],
    ['a header of something else', '#rank\t#domain', null],
    ['a row', '1\t2.5\t3\t0.1\tcom.example', null],
  ])('%s', (_, line, columns) => {
    expect(readRankColumns(line)).toEqual(columns);
  });
});

describe('readRanksLine', () => {
  it.each<[string, string, RankedLine | null]>([
    ['a row', '7\t2.5e7\t9\t0.003\tcom.example\t12', { name: 'com.example', first: 7, second: 9 }],
    ['without hosts', '7\t2.5e7\t9\t0.003\tcom.example', { name: 'com.example', first: 7, second: 9 }],
    ['with a CR', '7\t2.5e7\t9\t0.003\tcom.example\r', { name: 'com.example', first: 7, second: 9 }],
    ['capitals', '7\t2\t9\t1\tCOM.Example', { name: 'com.example', first: 7, second: 9 }],
    ['a rank of nothing', '0\t2\t9\t1\tcom.example', null],
    ['a rank that is no number', 'x\t2\t9\t1\tcom.example', null],
    ['too few cells', '7\t2\t9', null],
    ['a name that is none', '7\t2\t9\t1\tcom example', null],
    ['a name of one label', '7\t2\t9\t1\tcom', null],
    ['an empty line', '', null],
  ])('%s', (_, line, row) => {
    expect(readRanksLine(line, USUAL_COLUMNS)).toEqual(row);
  });
});

describe('readTrancoLine', () => {
  it.each<[string, string, RankedLine | null]>([
    ['a row', '1,example.com', { name: 'example.com', first: 1, second: null }],
    ['with the CR of its line end', '250,example.org\r', { name: 'example.org', first: 250, second: null }],
    ['not ranked', '-1,example.org', null],
    ['a header', 'rank,domain', null],
    ['no comma', '1 example.com', null],
    ['a name with a path', '1,example.com/x', null],
  ])('%s', (_, line, row) => {
    expect(readTrancoLine(line)).toEqual(row);
  });
});

describe('reversedName', () => {
  it('turns a name round and back', () => {
    expect(reversedName('uk.co.example')).toBe('example.co.uk');
    expect(reversedName(reversedName('a.b.c'))).toBe('a.b.c');
  });
});

describe('editionOf', () => {
  const CC =
    'https://data.example/projects/hyperlinkgraph/cc-main-2025-sep-oct-nov/domain/cc-main-2025-sep-oct-nov-domain-ranks.txt.gz';
  it.each<[string, 'common_crawl' | 'tranco', string, string | null, string, string | null]>([
    ['a release in an address', 'common_crawl', CC, null, 'cc-main-2025-sep-oct-nov', '2025-11-30'],
    [
      'in a file name',
      'common_crawl',
      '/data/cc-main-2024-feb-apr-may-domain-ranks.txt.gz',
      null,
      'cc-main-2024-feb-apr-may',
      '2024-05-31',
    ],
    [
      'over the turn of a year',
      'common_crawl',
      'cc-main-2024-25-nov-dec-jan-domain-ranks.txt',
      null,
      'cc-main-2024-25-nov-dec-jan',
      '2025-01-31',
    ],
    [
      'ending in a leap February',
      'common_crawl',
      'cc-main-2023-24-dec-jan-feb-domain-ranks.txt',
      null,
      'cc-main-2023-24-dec-jan-feb',
      '2024-02-29',
    ],
    ['without months', 'common_crawl', 'cc-main-2025-domain-ranks.txt', '2026-11-20', 'cc-main-2025', null],
    [
      'a renamed file goes by its day',
      'common_crawl',
      '/data/ranks.gz',
      '2026-11-20',
      '2026-11-20',
      '2026-11-20',
    ],
    ['a renamed file without a day', 'common_crawl', '/data/ranks.gz', null, 'unnamed', null],
    [
      'a Tranco list by its id',
      'tranco',
      'https://lists.example/download/Z3W9G/1000000',
      null,
      'Z3W9G',
      null,
    ],
    ['a downloaded one', 'tranco', '/data/tranco_Z3W9G.csv', '2026-11-19', 'Z3W9G', '2026-11-19'],
    ['its zip', 'tranco', 'C:\\lists\\tranco_Z3W9G-1m.csv.zip', null, 'Z3W9G', null],
    [
      'the daily one goes by its day',
      'tranco',
      'https://lists.example/top-1m.csv.zip?x=1',
      '2026-11-20',
      '2026-11-20',
      '2026-11-20',
    ],
  ])('%s', (_, source, place, ...[dated, release, measuredOn]) => {
    expect(editionOf(source, place, dated)).toEqual({ release, measuredOn });
  });
});

describe('NameFilter', () => {
  it('holds what was added, and next to nothing else', () => {
    const filter = new NameFilter(20_000);
    for (let no = 0; no < 20_000; no += 1) filter.add(`com.ours-${no}`);
    let missed = 0;
    let mistaken = 0;
    for (let no = 0; no < 20_000; no += 1) if (!filter.mayHold(`com.ours-${no}`)) missed += 1;
    for (let no = 0; no < 100_000; no += 1) if (filter.mayHold(`com.theirs-${no}`)) mistaken += 1;
    expect(missed).toBe(0);
    expect(mistaken).toBeLessThan(50);
  });

  it('of nothing holds nothing', () => {
    expect(new NameFilter(0).mayHold('com.example')).toBe(false);
  });
});
