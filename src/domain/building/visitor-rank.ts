import { add, compare, divide, type Exact, multiply, signOf, ZERO } from '../exact.ts';
import type { PlacementModel, TenantModel } from './stacking-input.ts';

/** Lower stands higher in the building where visitors do not decide. */
const TRADE_RANK = { finance: 0, other: 1, insurance: 2 } as const satisfies Readonly<
  Record<TenantModel['trade'], number>
>;

/**
 * Compares two tenants from the top of the building down: fewer visitors per area first; where they are equal, finance
 * before others before insurance, then the smaller id. A total order, so every plan is the same on every device.
 */
export function compareForHeight(a: TenantModel, b: TenantModel): number {
  // visitors / area, multiplied out: an area of zero needs no floor and comes last.
  const visitors = compare(multiply(a.visitorsPerDay, b.areaM2), multiply(b.visitorsPerDay, a.areaM2));
  if (signOf(a.areaM2) === 0 || signOf(b.areaM2) === 0) {
    return signOf(b.areaM2) - signOf(a.areaM2) || (a.id < b.id ? -1 : 1);
  }
  return visitors || TRADE_RANK[a.trade] - TRADE_RANK[b.trade] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Where a tenant sits in a plan. */
export interface Seat {
  readonly tenant: TenantModel;
  /** Floors it takes up, as shares of their areas added together. */
  readonly floors: Exact;
  /** Mean height of its slabs, weighted by area. */
  readonly heightM: Exact;
  readonly visitorsPerFloor: Exact;
}

/** The seats of a plan's tenants; those with no area in it have none. */
export function seatsOf(tenants: readonly TenantModel[], placements: readonly PlacementModel[]): readonly Seat[] {
  return tenants.flatMap((tenant): readonly Seat[] => {
    const own = placements.filter((each) => each.tenant.id === tenant.id && signOf(each.areaM2) > 0);
    let floors = ZERO;
    let area = ZERO;
    let moment = ZERO;
    for (const { floor, areaM2 } of own) {
      if (signOf(floor.areaM2) > 0) floors = add(floors, divide(areaM2, floor.areaM2));
      area = add(area, areaM2);
      moment = add(moment, multiply(areaM2, floor.slabM));
    }
    if (signOf(floors) === 0) return [];
    return [{ tenant, floors, heightM: divide(moment, area), visitorsPerFloor: divide(tenant.visitorsPerDay, floors) }];
  });
}
