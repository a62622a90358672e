import { describe, expect, it } from 'vitest';
import { oncePer, oncePerLast } from '../../../src/domain/once-per.ts';

describe('what is reckoned once', () => {
  it('is reckoned again for another thing, and every time for one that could be altered', () => {
    let times = 0;
    const double = oncePer(({ n }: { n: number }) => {
      times++;
      return 2 * n;
    });
    const [frozen, other, loose] = [Object.freeze({ n: 2 }), Object.freeze({ n: 2 }), { n: 2 }];
    expect([double(frozen), double(frozen), double(other)]).toEqual([4, 4, 4]);
    expect(times).toBe(2);
    double(loose);
    loose.n = 5;
    expect(double(loose)).toBe(10);
    expect(times).toBe(4);
  });

  it('is reckoned again when what else it depends on has changed, there and back too', () => {
    let times = 0;
    const add = oncePerLast(
      ({ n }: { n: number }, more: number) => {
        times++;
        return n + more;
      },
      (before, now) => before === now,
    );
    const two = Object.freeze({ n: 2 });
    expect([add(two, 1), add(two, 1), add(two, 3), add(two, 1)]).toEqual([3, 3, 5, 3]);
    expect(times).toBe(3);
  });
});
