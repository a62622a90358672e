import { type Assumption, assumption } from '../assumption.ts';
import { compare, type Exact, exactText, signOf, smaller, subtract, ZERO } from '../exact.ts';
import type { Refused } from '../input-reader.ts';
import { checkModel, type StackingCheck } from './stacking-check.ts';
import {
  type FloorModel,
  type Placement,
  type PlacementModel,
  readStacking,
  type StackingInput,
  type StackingModel,
  type TenantModel,
} from './stacking-input.ts';
import { compareForHeight } from './visitor-rank.ts';

export interface StackingProposal {
  readonly ok: true;
  /** From the top down; a tenant on a floor that is let whole has all of it. */
  readonly plan: readonly Placement[];
  /** Tenants for whose whole area there is no room, and how much is missing. */
  readonly unplaced: readonly { readonly tenant: string; readonly missingM2: Exact }[];
  /** The proposal checked; it has no faults. */
  readonly check: StackingCheck;
  readonly assumptions: readonly Assumption[];
}

/** A floor while it is filled. */
interface Filling {
  readonly floor: FloorModel;
  freeM2: Exact;
  readonly tenants: Set<string>;
}

/** A tenant while it is placed. */
interface Placing {
  readonly tenant: TenantModel;
  restM2: Exact;
}

/**
 * Proposes a plan: fewer visitors higher, headquarters first on the floors that are let whole, everybody else below;
 * who finds no room there takes a whole floor that is left. A tenant may spread over floors. Reads nothing but its
 * input, and the order of floors and tenants in it does not matter.
 */
export function proposeStacking(input: StackingInput): StackingProposal | Refused {
  const read = readStacking(input);
  if (!read.ok) return read;
  const { model } = read;
  const ranked = model.tenants.toSorted(compareForHeight).map((tenant): Placing => ({ tenant, restM2: tenant.areaM2 }));
  const fromTop = model.floors
    .filter(({ isClosed, areaM2 }) => !isClosed && signOf(areaM2) > 0)
    .toSorted((a, b) => compare(b.slabM, a.slabM) || (a.id < b.id ? -1 : 1))
    .map((floor): Filling => ({ floor, freeM2: floor.areaM2, tenants: new Set() }));
  const whole = fromTop.filter(({ floor }) => floor.zone === 'whole');
  const below = fromTop.filter(({ floor }) => floor.zone !== 'whole');
  const placements: PlacementModel[] = [];
  const headquarters = ranked.filter(({ tenant }) => tenant.isHeadquarters);
  for (const placing of headquarters) fillWhole(placing, whole, placements);
  for (const placing of ranked) fillShared(placing, below, model, placements);
  for (const placing of ranked) fillWhole(placing, whole, placements);
  const checked = checkModel({ ...model, placements });
  return {
    ok: true,
    plan: placements.map(({ floor, tenant, areaM2 }) => ({
      floor: floor.id,
      tenant: tenant.id,
      areaM2: exactText(areaM2),
    })),
    unplaced: ranked
      .filter(({ restM2 }) => signOf(restM2) > 0)
      .map(({ tenant, restM2 }) => ({ tenant: tenant.id, missingM2: restM2 })),
    check: checked,
    assumptions: [
      assumption('height', 'of-the-slab', 'of-the-slab'),
      assumption('limited-floors', `at-most-${model.mostTenantsBetween}`, 'at-most-2'),
      assumption('visitors', 'fewer-per-floor-higher', 'fewer-per-floor-higher'),
      assumption('trades', 'finance-high-insurance-low-as-hints', 'finance-high-insurance-low-as-hints'),
    ],
  };
}

function fillWhole(placing: Placing, floors: readonly Filling[], placements: PlacementModel[]): void {
  for (const filling of floors) {
    if (signOf(placing.restM2) <= 0) return;
    if (filling.tenants.size > 0) continue;
    place(placing, filling, filling.floor.areaM2, placements);
  }
}

function fillShared(
  placing: Placing,
  floors: readonly Filling[],
  model: StackingModel,
  placements: PlacementModel[],
): void {
  for (const filling of floors) {
    if (signOf(placing.restM2) <= 0) return;
    const isFull = filling.floor.zone === 'limited' && filling.tenants.size >= model.mostTenantsBetween;
    if (isFull || signOf(filling.freeM2) <= 0) continue;
    place(placing, filling, smaller(placing.restM2, filling.freeM2), placements);
  }
}

function place(placing: Placing, filling: Filling, areaM2: Exact, placements: PlacementModel[]): void {
  placements.push({ floor: filling.floor, tenant: placing.tenant, areaM2 });
  filling.tenants.add(placing.tenant.id);
  filling.freeM2 = subtract(filling.freeM2, areaM2);
  const rest = subtract(placing.restM2, areaM2);
  placing.restM2 = signOf(rest) > 0 ? rest : ZERO;
}
