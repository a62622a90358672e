import { ceiling, type Decimal, divide, type Exact, signOf, total } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';

export interface PostCount {
  readonly id: string;
  readonly posts: Decimal;
  /** Default: all. */
  readonly filled?: Decimal;
}

export interface StaffedZone {
  readonly id: string;
  readonly households: Decimal;
  readonly shops: Decimal;
  readonly managers: Decimal;
  readonly managersFilled?: Decimal;
  readonly repairers: Decimal;
  readonly repairersFilled?: Decimal;
}

export interface StaffingInput {
  readonly before: readonly PostCount[];
  readonly after: readonly PostCount[];
  readonly zones: readonly StaffedZone[];
  /** The user's own estate, reckoned with the spans of the zones. */
  readonly ownHouseholds?: Decimal;
}

/** Households a post answers for; `undefined` where there is no such post. */
export interface Span {
  readonly planned: Exact | undefined;
  /** By the posts that are filled. */
  readonly actual: Exact | undefined;
}

export interface ZoneSpans {
  readonly id: string;
  readonly households: Exact;
  readonly shops: Exact;
  readonly perManager: Span;
  readonly perRepairer: Span;
}

export interface Staffing {
  readonly ok: true;
  readonly postsBefore: Exact;
  readonly postsAfter: Exact;
  /** After less before. */
  readonly difference: Exact;
  readonly vacantAfter: Exact;
  readonly zones: readonly ZoneSpans[];
  /** All zones together; `id` is `all`. */
  readonly all: ZoneSpans;
  /** Whole posts that the own estate needs at the planned spans; `undefined` without an estate or a span. */
  readonly own:
    | { readonly households: Exact; readonly managers: bigint | undefined; readonly repairers: bigint | undefined }
    | undefined;
}

/** Compares the posts before and after a merger and reckons households per zone manager and per repairer. */
export function reckonStaffing(input: StaffingInput): Staffing | Refused {
  const reader = new InputReader();
  const count = (list: 'before' | 'after') => {
    reader.unique(
      input[list].map(({ id }) => id),
      list,
    );
    return input[list].map(({ posts, filled = posts }, index) => {
      const planned = reader.count(posts, list, index, 'posts');
      const actual = reader.count(filled, list, index, 'filled');
      if (actual.n * planned.d > planned.n * actual.d) reader.report('wrong-order', list, index, 'filled');
      return { planned, vacant: { n: planned.n * actual.d - actual.n * planned.d, d: planned.d * actual.d } };
    });
  };
  const before = count('before');
  const after = count('after');
  reader.unique(
    input.zones.map(({ id }) => id),
    'zones',
  );
  const zones = input.zones.map((zone, index) => readZone(reader, zone, index));
  const ownHouseholds =
    input.ownHouseholds === undefined ? undefined : reader.count(input.ownHouseholds, 'ownHouseholds');
  if (reader.refused) return reader.refused;
  const postsBefore = total(before.map(({ planned }) => planned));
  const postsAfter = total(after.map(({ planned }) => planned));
  const sum = (pick: (zone: ReadZone) => Exact): Exact => total(zones.map(pick));
  const all = spansOf({
    id: 'all',
    households: sum((zone) => zone.households),
    shops: sum((zone) => zone.shops),
    managers: sum((zone) => zone.managers),
    managersFilled: sum((zone) => zone.managersFilled),
    repairers: sum((zone) => zone.repairers),
    repairersFilled: sum((zone) => zone.repairersFilled),
  });
  const needed = (households: Exact, span: Exact | undefined): bigint | undefined =>
    span === undefined || signOf(span) === 0 ? undefined : ceiling(divide(households, span));
  return {
    ok: true,
    postsBefore,
    postsAfter,
    difference: total([postsAfter, { n: -postsBefore.n, d: postsBefore.d }]),
    vacantAfter: total(after.map(({ vacant }) => vacant)),
    zones: zones.map(spansOf),
    all,
    own: ownHouseholds && {
      households: ownHouseholds,
      managers: needed(ownHouseholds, all.perManager.planned),
      repairers: needed(ownHouseholds, all.perRepairer.planned),
    },
  };
}

type ReadZone = { readonly id: string } & Readonly<Record<Exclude<keyof StaffedZone, 'id'>, Exact>>;

function readZone(reader: InputReader, zone: StaffedZone, index: number): ReadZone {
  const count = (name: Exclude<keyof StaffedZone, 'id'>, usual?: Decimal): Exact =>
    reader.count(zone[name] ?? usual, 'zones', index, name);
  return {
    id: zone.id,
    households: count('households'),
    shops: count('shops'),
    managers: count('managers'),
    managersFilled: count('managersFilled', zone.managers),
    repairers: count('repairers'),
    repairersFilled: count('repairersFilled', zone.repairers),
  };
}

function spansOf(zone: ReadZone): ZoneSpans {
  const per = (posts: Exact): Exact | undefined => (signOf(posts) === 0 ? undefined : divide(zone.households, posts));
  return {
    id: zone.id,
    households: zone.households,
    shops: zone.shops,
    perManager: { planned: per(zone.managers), actual: per(zone.managersFilled) },
    perRepairer: { planned: per(zone.repairers), actual: per(zone.repairersFilled) },
  };
}
