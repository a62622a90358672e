import { compare, type Exact, subtract, total } from '../exact.ts';
import type { Refused } from '../input-reader.ts';
import {
  type FloorModel,
  type Placement,
  readStacking,
  type StackingInput,
  type StackingModel,
} from './stacking-input.ts';
import { type Seat, seatsOf } from './visitor-rank.ts';

/** What a plan must not have. */
export type StackingFault =
  /** More than one tenant on a floor that is let whole. */
  | { readonly code: 'shared-whole-floor'; readonly floor: string; readonly tenants: readonly string[] }
  | { readonly code: 'too-many-tenants'; readonly floor: string; readonly tenants: readonly string[] }
  | { readonly code: 'area-exceeded'; readonly floor: string; readonly byM2: Exact }
  | { readonly code: 'closed-floor'; readonly floor: string; readonly tenants: readonly string[] };

/** What a plan had better not have; hints weigh less than warnings. */
export type StackingAdvice =
  | { readonly code: 'not-headquarters'; readonly floor: string; readonly tenant: string }
  | { readonly code: 'area-missing'; readonly tenant: string; readonly byM2: Exact }
  /** `upper` has more visitors per floor than `lower` and sits higher. */
  | { readonly code: 'more-visitors-higher'; readonly upper: string; readonly lower: string }
  /** A hint: insurance sits above finance although visitors do not ask for it. */
  | { readonly code: 'insurance-above-finance'; readonly upper: string; readonly lower: string };

export interface StackingCheck {
  readonly ok: true;
  readonly faults: readonly StackingFault[];
  readonly warnings: readonly StackingAdvice[];
  readonly hints: readonly StackingAdvice[];
  /** Tenants by mean height, the highest first. */
  readonly seats: readonly Seat[];
}

/** Checks a plan floor by floor, then tenant by tenant. The answer does not depend on the order of the plan's rows. */
export function checkStacking(input: StackingInput, plan: readonly Placement[]): StackingCheck | Refused {
  const read = readStacking(input, plan);
  return read.ok ? checkModel(read.model) : read;
}

export function checkModel(model: StackingModel): StackingCheck {
  const floors = model.floors.map((floor) => {
    const onFloor = model.placements.filter((each) => each.floor.id === floor.id && each.areaM2.n > 0n);
    return {
      floor,
      tenants: [...new Set(onFloor.map(({ tenant }) => tenant.id))].sort(),
      areas: onFloor.map(({ areaM2 }) => areaM2),
    };
  });
  const seats = seatsOf(model.tenants, model.placements).toSorted(
    (a, b) => compare(b.heightM, a.heightM) || (a.tenant.id < b.tenant.id ? -1 : 1),
  );
  return {
    ok: true,
    faults: floors.flatMap(({ floor, tenants, areas }) => floorFaults(model, floor, tenants, total(areas))),
    warnings: [...notHeadquarters(model, floors), ...missingAreas(model), ...moreVisitorsHigher(seats)],
    hints: insuranceAboveFinance(seats),
    seats,
  };
}

function floorFaults(
  model: StackingModel,
  floor: FloorModel,
  tenants: readonly string[],
  usedM2: Exact,
): readonly StackingFault[] {
  const faults: StackingFault[] = [];
  if (floor.isClosed && tenants.length > 0) faults.push({ code: 'closed-floor', floor: floor.id, tenants });
  if (floor.zone === 'whole' && tenants.length > 1)
    faults.push({ code: 'shared-whole-floor', floor: floor.id, tenants });
  if (floor.zone === 'limited' && tenants.length > model.mostTenantsBetween) {
    faults.push({ code: 'too-many-tenants', floor: floor.id, tenants });
  }
  const byM2 = subtract(usedM2, floor.areaM2);
  if (byM2.n > 0n) faults.push({ code: 'area-exceeded', floor: floor.id, byM2 });
  return faults;
}

function notHeadquarters(
  model: StackingModel,
  floors: readonly { readonly floor: FloorModel; readonly tenants: readonly string[] }[],
): readonly StackingAdvice[] {
  const headquarters = new Set(model.tenants.filter(({ isHeadquarters }) => isHeadquarters).map(({ id }) => id));
  return floors
    .filter(({ floor }) => floor.zone === 'whole')
    .flatMap(({ floor, tenants }) =>
      tenants
        .filter((tenant) => !headquarters.has(tenant))
        .map((tenant) => ({ code: 'not-headquarters' as const, floor: floor.id, tenant })),
    );
}

function missingAreas(model: StackingModel): readonly StackingAdvice[] {
  return model.tenants.flatMap((tenant): readonly StackingAdvice[] => {
    const placed = total(model.placements.filter((each) => each.tenant.id === tenant.id).map(({ areaM2 }) => areaM2));
    const byM2 = subtract(tenant.areaM2, placed);
    return byM2.n > 0n ? [{ code: 'area-missing', tenant: tenant.id, byM2 }] : [];
  });
}

/** One warning for each tenant, against the lowest below it with fewer visitors, so that a list stays short. */
function moreVisitorsHigher(seats: readonly Seat[]): readonly StackingAdvice[] {
  return seats.flatMap((upper, index): readonly StackingAdvice[] => {
    const lower = seats
      .slice(index + 1)
      .findLast(
        (seat) =>
          compare(upper.heightM, seat.heightM) > 0 && compare(upper.visitorsPerFloor, seat.visitorsPerFloor) > 0,
      );
    return lower ? [{ code: 'more-visitors-higher', upper: upper.tenant.id, lower: lower.tenant.id }] : [];
  });
}

function insuranceAboveFinance(seats: readonly Seat[]): readonly StackingAdvice[] {
  return seats.flatMap((upper, index): readonly StackingAdvice[] => {
    if (upper.tenant.trade !== 'insurance') return [];
    const lower = seats
      .slice(index + 1)
      .find(
        (seat) =>
          seat.tenant.trade === 'finance' &&
          compare(upper.heightM, seat.heightM) > 0 &&
          compare(upper.visitorsPerFloor, seat.visitorsPerFloor) >= 0,
      );
    return lower ? [{ code: 'insurance-above-finance', upper: upper.tenant.id, lower: lower.tenant.id }] : [];
  });
}
