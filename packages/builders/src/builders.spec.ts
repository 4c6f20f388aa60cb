import { describe, expect, it } from '@jest/globals';

import { gbp, pounds } from './money.js';
import { seededRandom } from './random.js';
import { times } from './times.js';

describe('chance with a seed', () => {
  const drawn = (seed: string) => {
    const random = seededRandom(seed);
    return [
      random.next(),
      random.between(1, 6),
      random.pick(['a', 'b', 'c']),
      random.uuid(),
      ...random.shuffle([1, 2, 3, 4]),
    ];
  };

  it('repeats itself, and differs for another seed', () => {
    expect(drawn('one')).toEqual(drawn('one'));
    expect(drawn('one')).not.toEqual(drawn('two'));
  });

  it('takes nobody twice into a sample, and no more than there are', () => {
    expect(seededRandom('x').sample([1, 2, 3], 9).toSorted()).toEqual([1, 2, 3]);
  });

  it('reaches both ends of a range', () => {
    const random = seededRandom('dice');
    expect(new Set(times(200, () => random.between(1, 6)))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });
});

it('counts pounds in pence', () => {
  expect(pounds(200).equals(gbp(20_000n))).toBe(true);
});
