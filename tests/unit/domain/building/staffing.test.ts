import { describe, expect, test } from 'vitest';
import { compareCommunitySpace } from '../../../../src/domain/building/community-space.ts';
import { reckonStaffing, type StaffingInput } from '../../../../src/domain/building/staffing.ts';
import { decimalText, exactText } from '../../../../src/domain/exact.ts';

const zone = (id: string, households: number, shops: number, managersFilled = 1) => ({
  id,
  households,
  shops,
  managers: 1,
  managersFilled,
  repairers: 2,
});
const source: StaffingInput = {
  before: [
    { id: 'management', posts: 6 },
    { id: 'engineering', posts: 12 },
  ],
  after: [
    { id: 'manager', posts: 1 },
    { id: 'supervisor', posts: 1 },
    { id: 'front-desk', posts: 2, filled: 1 },
    { id: 'zone-manager', posts: 4, filled: 3 },
    { id: 'zone-repairer', posts: 8 },
    { id: 'pump-room', posts: 1 },
    { id: 'public-repair', posts: 1 },
  ],
  zones: [zone('1', 599, 53), zone('2', 606, 43), zone('3', 730, 0, 0), zone('4', 644, 36)],
};
const staff = (more: Partial<StaffingInput> = {}) => {
  const result = reckonStaffing({ ...source, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

describe('staffing', () => {
  test('6 + 12 before are 18 posts after, two of them vacant', () => {
    const { postsBefore, postsAfter, difference, vacantAfter } = staff();
    expect([postsBefore, postsAfter, difference, vacantAfter].map(exactText)).toEqual(['18', '18', '0', '2']);
  });

  test('households per zone manager and per repairer, planned and by filled posts', () => {
    const { zones, all } = staff();
    expect(zones.map(({ perRepairer }) => perRepairer.planned && exactText(perRepairer.planned))).toEqual([
      '299.5',
      '303',
      '365',
      '322',
    ]);
    expect(zones[2]?.perManager.actual).toBeUndefined();
    expect([all.households, all.shops].map(exactText)).toEqual(['2579', '132']);
    expect(all.perManager.planned && exactText(all.perManager.planned)).toBe('644.75');
    expect(all.perManager.actual && decimalText(all.perManager.actual, 2)).toBe('859.67');
  });

  test('one’s own estate beside it, in whole posts', () => {
    expect(staff({ ownHouseholds: 1300 }).own).toMatchObject({ managers: 3n, repairers: 5n });
    expect(staff({ ownHouseholds: 0 }).own).toMatchObject({ managers: 0n, repairers: 0n });
    expect(staff().own).toBeUndefined();
  });

  test('no zones, no spans; wrong numbers are named', () => {
    expect(staff({ zones: [], ownHouseholds: 10 }).own).toMatchObject({ managers: undefined, repairers: undefined });
    expect(
      reckonStaffing({ ...source, after: [{ id: 'a', posts: 1, filled: 2 }], zones: [zone('1', -1, 0.5)] }),
    ).toEqual({
      ok: false,
      problems: [
        { path: 'after[0].filled', code: 'wrong-order' },
        { path: 'zones[0].households', code: 'negative' },
        { path: 'zones[0].shops', code: 'not-whole' },
      ],
    });
  });
});

describe('community space', () => {
  const source = { officeM2: 197, serviceM2: 260, standardM2: 350, m2PerHundredHouseholds: 30 };
  const compare = (more: object = {}) => {
    const result = compareCommunitySpace({ ...source, ...more });
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result;
  };

  test('197 + 260 = 457 m², 107 over 350; enough for 1,523 households, the standard for 1,166', () => {
    const result = compare();
    expect([
      exactText(result.totalM2),
      exactText(result.againstStandard.differenceM2),
      result.againstStandard.isMet,
    ]).toEqual(['457', '107', true]);
    expect([result.householdsServed, result.householdsServedByStandard, result.againstHouseholds]).toEqual([
      1523n,
      1166n,
      undefined,
    ]);
  });

  test('against households', () => {
    expect(compare({ households: 1523 }).againstHouseholds?.isMet).toBe(true);
    const short = compare({ households: 1524 }).againstHouseholds;
    expect([short?.isMet, short && exactText(short.differenceM2)]).toEqual([false, '-0.2']);
  });

  test('without guidance nothing is divided by it', () => {
    expect(compare({ m2PerHundredHouseholds: 0 }).householdsServed).toBeUndefined();
    expect(compareCommunitySpace({ ...source, officeM2: '', households: -1 })).toMatchObject({
      problems: [{ code: 'missing' }, { code: 'negative' }],
    });
  });
});
