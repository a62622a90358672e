import { describe, expect, test } from 'vitest';
import { judgePermit, permitValidity } from '../../src/domain/fit-out/permit-check.ts';
import { judgeRule, withOverrides } from '../../src/domain/fit-out/rule-verdict.ts';
import { entailed, requiredDocuments } from '../../src/domain/fit-out/tenant.ts';
import type { Checklist } from '../../src/schema/checklist.ts';
import type { FactTable } from '../../src/schema/fact-table.ts';
import type { FitOutDesk } from '../../src/schema/fit-out-desk.ts';
import type { Permit } from '../../src/schema/permit.ts';
import type { Limit, Rule } from '../../src/schema/rule.ts';
import { entriesOf } from './entries.ts';

const rules = entriesOf<Rule>('rules');
const rule = (id: string): Rule => rules.get(id) as Rule;
const desk = entriesOf<FitOutDesk>('fit-out-desk').get('desk') as FitOutDesk;
const permits = entriesOf<Permit>('permits');
const submissions = entriesOf<Checklist>('checklists').get('fit-out-submissions') as Checklist;

const isAlways = (limit: Extract<Limit, { op: 'person' }>) =>
  limit.in === undefined && limit.from === undefined && limit.below === undefined;

describe.each([...rules])('rule %s', (_, entry) => {
  test('has a limit to judge by', () => {
    expect(entry.limits.length + (entry.correction?.limits.length ?? 0)).toBeGreaterThan(0);
  });

  test('has a passing, a failing and an empty case', () => {
    const verdicts = entry.cases.map(({ verdict }) => verdict);
    const deciding = entry.correction?.limits.length ? entry.correction.limits : entry.limits;
    // What a person always decides never passes by itself; a size given as such is never failed by the program, only asked about.
    const canPass = !deciding.some((limit) => limit.op === 'person' && limit.when.length === 0 && isAlways(limit));
    const canFail = deciding.some((limit) => limit.op !== 'person' && limit.op !== 'exact');
    expect(verdicts).toContain(canPass ? 'pass' : 'person');
    expect(verdicts).toContain(canFail ? 'fail' : 'person');
    expect(verdicts).toContain('not-given');
    expect(judgeRule(entry, {}).verdict).toBe('not-given');
  });

  test.each(entry.cases.map((one) => [one.name.en, one] as const))('%s', (_name, one) => {
    const judged = judgeRule(entry, one.given);
    expect(judged.verdict).toBe(one.verdict);
    if (one.sourceVerdict) expect(judged.source?.verdict).toBe(one.sourceVerdict);
  });

  test('an emptied field never turns into a pass', () => {
    for (const one of entry.cases.filter(({ verdict }) => verdict === 'pass')) {
      const { findings } = judgeRule(entry, one.given);
      const needed = new Set([
        ...entry.when.map(({ field }) => field),
        ...findings.filter(({ outcome }) => outcome === 'kept').map(({ limit }) => limit.field),
      ]);
      for (const field of needed) {
        const { [field]: _gone, ...rest } = one.given;
        expect(judgeRule(entry, rest).verdict, `without ${field}`).toBe('not-given');
      }
    }
  });
});

describe('boundaries', () => {
  test.each([
    ['low-counter-jewellery', { trade: 'jewellery', 'low-counter-height': 951 }, 'fail'],
    ['low-counter-jewellery', { trade: 'jewellery', 'low-counter-height': 950 }, 'pass'],
    ['low-counter-clothing', { trade: 'clothing', 'low-counter-height': 1350 }, 'pass'],
    ['low-counter-clothing', { trade: 'clothing', 'low-counter-height': '1350.5' }, 'fail'],
    ['low-counter-clothing', { trade: 'clothing', 'low-counter-height': 1351 }, 'fail'],
    ['no-upper-window', { storey: 'second', 'has-platform': true, 'has-window-glass': false }, 'fail'],
    ['platform-height', { storey: 'first', 'has-platform': true, 'platform-height': '155' }, 'pass'],
    ['platform-height', { storey: 'first', 'has-platform': true, 'platform-height': '155.001' }, 'person'],
  ] as const)('%s %o is a %s', (id, given, verdict) => {
    expect(judgeRule(rule(id), given).verdict).toBe(verdict);
  });

  test('flammables at 5 m without a screen: the source passes, the correction fails and decides', () => {
    const judged = judgeRule(rule('hot-work-separation'), { 'flammables-distance': 5, 'fire-screen': false });
    expect(judged).toMatchObject({ verdict: 'fail', by: 'correction', source: { verdict: 'pass' } });
    const broken = judged.findings.find(({ outcome }) => outcome === 'broken');
    expect(broken).toMatchObject({ limit: { op: 'min', value: 10 }, measured: 5 });
  });

  test('a mall may change a sample figure, never a safety rule', () => {
    const own = withOverrides(rule('low-counter-jewellery'), new Map([[0, 1000]]));
    expect(judgeRule(own, { trade: 'jewellery', 'low-counter-height': 951 }).verdict).toBe('pass');
    const safety = rule('hot-work-separation');
    expect(withOverrides(safety, new Map([[0, 1]]))).toBe(safety);
  });

  test('what is no number is not given, not zero', () => {
    expect(judgeRule(rule('entrance-width'), { 'entrance-width': 'wide' }).verdict).toBe('not-given');
  });
});

describe('the desk', () => {
  const documents = (given: Record<string, string | boolean>) =>
    requiredDocuments(submissions.groups, desk.traits, given).map(
      ({ item, holding }) => `${item.id}${holding === 'yes' ? '' : '?'}`,
    );

  test('a clothing shop without water hands in neither water nor kitchen drawings', () => {
    const list = documents({ trade: 'clothing', venue: 'shop', kitchen: false, 'wet-area': false });
    expect(list).not.toContain('water-and-drainage');
    expect(list).not.toContain('kitchen-exhaust');
    expect(list).toContain('fire-drawings');
  });

  test('a wash basin asks for the water drawings, a restaurant for kitchen and gas as well', () => {
    expect(documents({ trade: 'clothing', venue: 'shop', kitchen: false, 'wet-area': true })).toContain(
      'water-and-drainage',
    );
    expect(documents({ trade: 'food-and-beverage' })).toEqual(
      expect.arrayContaining(['kitchen-exhaust', 'kitchen-water-and-drainage', 'gas-and-alarm', 'water-and-drainage?']),
    );
  });

  test('every trait of the checklist can be answered at the desk', () => {
    const asked = new Set(submissions.groups.flatMap(({ items }) => items.flatMap(({ when }) => when ?? [])));
    expect([...asked].filter((id) => !desk.traits.some((trait) => trait.id === id))).toEqual([]);
  });

  const conflicts = (given: Record<string, string | boolean>) =>
    entailed(desk.conflicts, given)
      .filter(({ holding }) => holding === 'yes')
      .map(({ entry }) => entry.id);

  test('night work beside dwellings and a kitchen without a flue are conflicts', () => {
    expect(conflicts({ 'night-work': true, dwellings: true })).toContain('night-work-dwellings');
    expect(conflicts({ 'night-work': true, dwellings: false })).not.toContain('night-work-dwellings');
    expect(conflicts({ kitchen: true, dwellings: true, 'own-flue': false })).toContain('kitchen-without-flue');
    expect(conflicts({ kitchen: true, dwellings: true })).toEqual([]);
    expect(
      entailed(desk.conflicts, { 'night-work': true }).find(({ entry }) => entry.id === 'night-work-dwellings'),
    ).toMatchObject({
      holding: 'unknown',
      open: ['dwellings'],
    });
  });

  test.each([
    [10000, 'fire-filing'],
    [10001, 'fire-acceptance'],
  ])('a shop of %s m² leads to %s and never to both', (area, id) => {
    const found = entailed(desk.procedures, { venue: 'shop', area: String(area) })
      .filter(({ holding }) => holding === 'yes')
      .map(({ entry }) => entry.id);
    expect(found.filter((each) => each === 'fire-filing' || each === 'fire-acceptance')).toEqual([id]);
  });

  test('fields that a design rule asks too have the same choices', () => {
    const fields = desk.groups.flatMap((group) => group.fields);
    for (const { fields: asked } of rules.values()) {
      for (const field of asked) {
        const own = fields.find(({ id }) => id === field.id);
        if (own?.kind === 'choice' && field.kind === 'choice') expect(own.options).toEqual(field.options);
      }
    }
  });

  test('a field of the same id is the same question in every rule', () => {
    const seen = new Map<string, unknown>();
    for (const { fields } of rules.values()) {
      for (const field of fields) {
        if (seen.has(field.id)) expect(seen.get(field.id)).toEqual(field);
        seen.set(field.id, field);
      }
    }
  });
});

describe('permits', () => {
  const table = entriesOf<FactTable>('facts').get('fit-out-permits') as FactTable;
  test('every permit of the table is a form, and every form is in the table', () => {
    expect([...permits.keys()].sort()).toEqual(table.rows.map(({ id }) => id).sort());
  });

  test.each([...permits])('%s judges only what it asks or knows of itself', (_, permit) => {
    const known = new Set([...permit.fields.map(({ id }) => id), 'hours', 'notice-hours', 'same-person']);
    for (const { limit } of permit.checks) {
      expect(known).toContain(limit.field);
      for (const { field } of limit.when) expect(known).toContain(field);
    }
    expect(judgePermit(permit, {}).verdict).toBe('not-given');
  });

  const hotWork = permits.get('hot-work') as Permit;
  const sound = {
    from: '2026-11-25T22:30',
    to: '2026-11-26T06:00',
    'trading-hours': false,
    welder: '焊工甲',
    watcher: '监护人乙',
    'welder-licensed': true,
    'flammables-distance': '10',
    'fire-screen': false,
    'below-clear': true,
    'cylinder-gap': '5',
    'cylinder-flame': '10',
    extinguishers: '2',
    water: true,
    notice: true,
    'control-room-told': true,
    'watch-after': '60',
  };
  test.each([
    [{}, 'pass'],
    [{ to: '2026-11-26T06:30' }, 'pass'],
    [{ to: '2026-11-26T06:31' }, 'fail'],
    [{ watcher: '焊工甲' }, 'fail'],
    [{ watcher: '' }, 'not-given'],
    [{ 'flammables-distance': '9.99' }, 'fail'],
    [{ 'flammables-distance': '5', 'fire-screen': true }, 'person'],
    [{ 'flammables-distance': '2.9', 'fire-screen': true }, 'fail'],
    [{ 'watch-after': '29' }, 'fail'],
    [{ 'trading-hours': true }, 'fail'],
  ])('hot work with %o: %s', (changes, verdict) => {
    expect(judgePermit(hotWork, { ...sound, ...changes }).verdict).toBe(verdict);
  });

  test('a permit holds from its first to its last minute', () => {
    const at = (now: string) => permitValidity(sound, true, false, now);
    expect(at('2026-11-25T22:29')).toBe('to-come');
    expect(at('2026-11-25T22:30')).toBe('valid');
    expect(at('2026-11-26T06:00')).toBe('valid');
    expect(at('2026-11-26T06:01')).toBe('expired');
    expect(permitValidity(sound, false, false, '2026-11-26T00:00')).toBe('open');
    expect(permitValidity(sound, true, true, '2026-11-26T00:00')).toBe('closed');
  });
});
