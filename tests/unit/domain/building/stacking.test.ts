import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { checkStacking } from '../../../../src/domain/building/stacking-check.ts';
import type { Floor, Placement, StackingInput, Tenant } from '../../../../src/domain/building/stacking-input.ts';
import { proposeStacking } from '../../../../src/domain/building/stacking-proposal.ts';
import { exact, exactText } from '../../../../src/domain/exact.ts';
import { configureProperties } from '../property-runs.ts';

configureProperties();

const rules = { limitedFromM: 50, mostTenantsBetween: 2, wholeFloorsFromM: 100 };
const floors: Floor[] = ['10', '49.9', '50', '99.99', '100', '120'].map((slabM) => ({
  id: `f${slabM}`,
  slabM,
  areaM2: 1000,
}));
const tenant = (id: string, more: Partial<Tenant> = {}): Tenant => ({
  id,
  trade: 'other',
  isHeadquarters: false,
  areaM2: 300,
  visitorsPerDay: 10,
  ...more,
});
const check = (tenants: Tenant[], plan: Placement[], more: Partial<StackingInput> = {}) => {
  const result = checkStacking({ floors, tenants, rules, ...more }, plan);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};
const propose = (input: StackingInput) => {
  const result = proposeStacking(input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};
const on = (floor: string, ...tenants: string[]): Placement[] =>
  tenants.map((id) => ({ floor, tenant: id, areaM2: 300 }));
const three = [tenant('a'), tenant('b'), tenant('c')];

describe('checking a plan', () => {
  test.each([
    ['f49.9', 3, []],
    ['f50', 2, []],
    ['f50', 3, ['too-many-tenants']],
    ['f99.99', 3, ['too-many-tenants']],
    ['f100', 1, []],
    ['f100', 2, ['shared-whole-floor']],
  ])('on floor %s %i tenants: %j', (floor, count, faults) => {
    const ids = ['a', 'b', 'c'].slice(0, count);
    expect(check(three, on(floor, ...ids)).faults.map(({ code }) => code)).toEqual(faults);
  });

  test('from 100 m a tenant that is no headquarters is a warning', () => {
    expect(check([tenant('a')], on('f100', 'a')).warnings).toEqual([
      { code: 'not-headquarters', floor: 'f100', tenant: 'a' },
    ]);
    expect(check([tenant('a', { isHeadquarters: true })], on('f100', 'a')).warnings).toEqual([]);
  });

  test('a floor has no more area than it has, a closed floor no tenant, and a tenant what it needs', () => {
    const plan = [{ floor: 'f10', tenant: 'a', areaM2: '1000.5' }];
    expect(check([tenant('a')], plan).faults).toMatchObject([{ code: 'area-exceeded', floor: 'f10' }]);
    const closed = [{ id: 'f10', slabM: 10, areaM2: 1000, isClosed: true }];
    expect(check([tenant('a')], on('f10', 'a'), { floors: closed }).faults).toMatchObject([{ code: 'closed-floor' }]);
    expect(check([tenant('a', { areaM2: 400 })], on('f10', 'a')).warnings).toMatchObject([
      { code: 'area-missing', tenant: 'a' },
    ]);
  });

  test('more visitors per floor higher up is a warning', () => {
    const tenants = [tenant('busy', { visitorsPerDay: 100 }), tenant('quiet')];
    expect(check(tenants, [...on('f50', 'busy'), ...on('f10', 'quiet')]).warnings).toEqual([
      { code: 'more-visitors-higher', upper: 'busy', lower: 'quiet' },
    ]);
    expect(check(tenants, [...on('f10', 'busy'), ...on('f50', 'quiet')]).warnings).toEqual([]);
  });

  test('finance high and insurance low is a hint that yields to visitors', () => {
    const insurer = (visitorsPerDay: number) => tenant('insurer', { trade: 'insurance', visitorsPerDay });
    const bank = tenant('bank', { trade: 'finance' });
    const plan = [...on('f50', 'insurer'), ...on('f10', 'bank')];
    expect(check([insurer(10), bank], plan).hints).toEqual([
      { code: 'insurance-above-finance', upper: 'insurer', lower: 'bank' },
    ]);
    expect(check([insurer(5), bank], plan).hints).toEqual([]);
  });

  test('unknown floors and tenants are named', () => {
    expect(checkStacking({ floors, tenants: three, rules }, [{ floor: 'x', tenant: 'y', areaM2: 'z' }])).toEqual({
      ok: false,
      problems: [
        { path: 'plan[0].floor', code: 'unknown' },
        { path: 'plan[0].tenant', code: 'unknown' },
        { path: 'plan[0].areaM2', code: 'not-a-number' },
      ],
    });
  });
});

describe('proposing a plan', () => {
  test('headquarters whole floors on top, fewer visitors higher, finance above insurance where visitors are equal', () => {
    const {
      plan,
      unplaced,
      check: checked,
    } = propose({
      floors,
      rules,
      tenants: [
        tenant('insurer', { trade: 'insurance', areaM2: 500 }),
        tenant('bank', { trade: 'finance', areaM2: 500 }),
        tenant('busy', { areaM2: 900, visitorsPerDay: 900 }),
        tenant('group', { isHeadquarters: true, areaM2: 1500 }),
      ],
    });
    expect(plan).toEqual([
      { floor: 'f120', tenant: 'group', areaM2: '1000' },
      { floor: 'f100', tenant: 'group', areaM2: '1000' },
      { floor: 'f99.99', tenant: 'bank', areaM2: '500' },
      { floor: 'f99.99', tenant: 'insurer', areaM2: '500' },
      { floor: 'f50', tenant: 'busy', areaM2: '900' },
    ]);
    expect([unplaced, checked.faults, checked.warnings]).toEqual([[], [], []]);
  });

  test('who finds no room below takes a whole floor; who finds none at all is listed', () => {
    const few = floors.filter(({ id }) => id === 'f10' || id === 'f120');
    const { plan, unplaced } = propose({
      floors: few,
      rules,
      tenants: [tenant('a', { areaM2: 1000 }), tenant('b', { areaM2: 1500 })],
    });
    expect(plan.map(({ floor, tenant: id }) => [floor, id])).toEqual([
      ['f10', 'b'],
      ['f120', 'b'],
    ]);
    expect(unplaced.map(({ tenant: id, missingM2 }) => [id, exactText(missingM2)])).toEqual([['a', '1000']]);
  });

  test('no floors, no tenants', () => {
    expect(propose({ floors: [], rules, tenants: three }).unplaced.length).toBe(3);
    expect(propose({ floors, rules, tenants: [] }).plan).toEqual([]);
  });

  const anyInput: fc.Arbitrary<StackingInput> = fc.record({
    rules: fc.constant(rules),
    floors: fc
      .array(fc.record({ slabM: fc.integer({ min: -5, max: 200 }), areaM2: fc.nat(2000), isClosed: fc.boolean() }), {
        maxLength: 12,
      })
      .map((all) => all.map((each, index) => ({ ...each, id: `f${index}` }))),
    tenants: fc
      .array(
        fc.record({
          trade: fc.constantFrom('finance', 'insurance', 'other'),
          isHeadquarters: fc.boolean(),
          areaM2: fc.nat(3000),
          visitorsPerDay: fc.nat(500),
        }),
        { maxLength: 10 },
      )
      .map((all) => all.map((each, index) => ({ ...each, id: `t${index}` }))),
  }) as fc.Arbitrary<StackingInput>;
  property.prop([anyInput])('a proposal has no faults', (input) => {
    expect(propose(input).check.faults).toEqual([]);
  });
  property.prop([anyInput])('checking a proposal says what the proposal says', (input) => {
    const { plan, check: own } = propose(input);
    const again = checkStacking(input, plan);
    expect(again.ok && [again.faults, again.warnings.map(({ code }) => code)]).toEqual([
      own.faults,
      own.warnings.map(({ code }) => code),
    ]);
  });
  property.prop([anyInput])('the order of floors and tenants does not matter', (input) => {
    const turned = { ...input, floors: input.floors.toReversed(), tenants: input.tenants.toReversed() };
    expect(propose(turned).plan).toEqual(propose(input).plan);
  });
  property.prop([anyInput])('every area is placed or listed as missing', (input) => {
    const { plan, unplaced } = propose(input);
    for (const { id, areaM2 } of input.tenants) {
      const placed = plan
        .filter((each) => each.tenant === id)
        .reduce((sum, each) => sum + Number(exactText(exact(each.areaM2))), 0);
      const missing = Number(exactText(unplaced.find((each) => each.tenant === id)?.missingM2 ?? exact(0)));
      expect(placed + missing).toBeGreaterThanOrEqual(Number(areaM2));
      if (missing > 0) expect(placed + missing).toBe(Number(areaM2));
    }
  });
});
