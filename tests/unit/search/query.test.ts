import { describe, expect, it } from 'vitest';
import { readQuery } from '../../../src/search/query.ts';

const runs = (text: string) => readQuery(text).runs.map((run) => run.text);

describe('a query', () => {
  it.each([
    ['电梯里有人被困怎么办', ['电梯里', '被困']],
    ['前期介入', ['前期介入']],
    ['装修，押金', ['装修', '押金']],
    ['50米以上', ['50米', '以上']],
    ['5A写字楼', ['5a', '写字楼']],
    ['15%', ['15%']],
    ['what do I do when someone is stuck in the lift', ['someone', 'stuck', 'lift']],
    ['怎么办', ['怎么办']],
  ])('%s asks for %j', (text, wanted) => {
    expect(runs(text)).toEqual(wanted);
  });

  it('a figure with a Chinese unit is looked for in Latin letters too', () => {
    expect(readQuery('1350毫米').units[0]?.forms.map(([form]) => form)).toEqual(['1350毫米', '1350mm', '1350']);
  });
});
