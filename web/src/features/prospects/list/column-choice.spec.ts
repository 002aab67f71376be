import { describe, expect, it } from '@jest/globals';
import { columnsOf, columnWords, metricsShown, withColumn } from './column-choice.js';

describe('the columns of the list', () => {
  it.each([
    ['nothing said shows the usual ones', undefined, 10],
    ['an empty choice shows the site alone', '', 0],
    ['words nobody knows are dropped', 'status,nonsense,m.x,c.Price,m.moz.domain_authority', 2],
    ['one said twice stands once', 'fit,fit,c.price', 2],
  ])('%s', (_, cols, count) => {
    expect(columnsOf(cols)).toHaveLength(count);
  });

  it('the usual ones leave the address empty', () => {
    expect(columnWords(columnsOf(undefined))).toBeUndefined();
    expect(columnWords(['fit'])).toBe('fit');
  });

  it('a figure stands behind the fit, an own field at the end, and both go out again', () => {
    const one = withColumn(['status', 'fit', 'owner'], 'm.moz.domain_authority', true);
    expect(one).toEqual(['status', 'fit', 'm.moz.domain_authority', 'owner']);
    const two = withColumn(one, 'c.price', true);
    expect(two.at(-1)).toBe('c.price');
    expect(withColumn(two, 'fit', false)).toEqual(['status', 'm.moz.domain_authority', 'owner', 'c.price']);
  });

  it('only figures are asked for', () => {
    expect(metricsShown(['fit', 'm.moz.domain_authority', 'c.price'])).toEqual(['moz.domain_authority']);
  });
});
