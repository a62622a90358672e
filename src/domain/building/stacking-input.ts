import { compare, type Decimal, type Exact, lowest } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';

export interface Floor {
  readonly id: string;
  /** Height of the floor's slab above ground. */
  readonly slabM: Decimal;
  readonly areaM2: Decimal;
  /** Refuge or plant floor: no tenant. */
  readonly isClosed?: boolean;
}

export interface Tenant {
  readonly id: string;
  readonly trade: 'finance' | 'insurance' | 'other';
  readonly isHeadquarters: boolean;
  readonly areaM2: Decimal;
  readonly visitorsPerDay: Decimal;
}

/** What a tenant has on a floor. */
export interface Placement {
  readonly floor: string;
  readonly tenant: string;
  readonly areaM2: Decimal;
}

/** The heights and the number are the source's; they come from content. */
export interface StackingRules {
  /** From this height on at most `mostTenantsBetween` tenants a floor; below it a floor may be split freely. */
  readonly limitedFromM: Decimal;
  readonly mostTenantsBetween: number;
  /** From this height on, itself included, whole floors only. */
  readonly wholeFloorsFromM: Decimal;
}

export interface StackingInput {
  readonly floors: readonly Floor[];
  readonly tenants: readonly Tenant[];
  readonly rules: StackingRules;
}

export type FloorZone = 'free' | 'limited' | 'whole';

export interface FloorModel {
  readonly id: string;
  readonly slabM: Exact;
  readonly areaM2: Exact;
  readonly isClosed: boolean;
  readonly zone: FloorZone;
}

export interface TenantModel extends Omit<Tenant, 'areaM2' | 'visitorsPerDay'> {
  readonly areaM2: Exact;
  readonly visitorsPerDay: Exact;
}

export interface PlacementModel {
  readonly floor: FloorModel;
  readonly tenant: TenantModel;
  readonly areaM2: Exact;
}

export interface StackingModel {
  /** From the ground up; floors of one height in their order. */
  readonly floors: readonly FloorModel[];
  readonly tenants: readonly TenantModel[];
  readonly mostTenantsBetween: number;
  readonly placements: readonly PlacementModel[];
}

export function readStacking(
  input: StackingInput,
  plan: readonly Placement[] = [],
): { readonly ok: true; readonly model: StackingModel } | Refused {
  const reader = new InputReader();
  reader.unique(
    input.floors.map(({ id }) => id),
    'floors',
  );
  reader.unique(
    input.tenants.map(({ id }) => id),
    'tenants',
  );
  const limitedFromM = reader.amount(input.rules.limitedFromM, 'rules', 'limitedFromM');
  const wholeFloorsFromM = reader.amount(input.rules.wholeFloorsFromM, 'rules', 'wholeFloorsFromM');
  const { mostTenantsBetween } = input.rules;
  if (!Number.isInteger(mostTenantsBetween)) reader.report('not-whole', 'rules', 'mostTenantsBetween');
  if (mostTenantsBetween < 1) reader.report('all-zero', 'rules', 'mostTenantsBetween');
  if (compare(wholeFloorsFromM, limitedFromM) < 0) reader.report('wrong-order', 'rules', 'wholeFloorsFromM');
  const floors = input.floors.map((floor, index): FloorModel => {
    const slabM = reader.signed(floor.slabM, 'floors', index, 'slabM');
    return {
      id: floor.id,
      slabM,
      areaM2: lowest(reader.amount(floor.areaM2, 'floors', index, 'areaM2')),
      isClosed: floor.isClosed ?? false,
      zone: compare(slabM, wholeFloorsFromM) >= 0 ? 'whole' : compare(slabM, limitedFromM) >= 0 ? 'limited' : 'free',
    };
  });
  const tenants = input.tenants.map(
    (tenant, index): TenantModel => ({
      ...tenant,
      areaM2: lowest(reader.amount(tenant.areaM2, 'tenants', index, 'areaM2')),
      visitorsPerDay: lowest(reader.amount(tenant.visitorsPerDay, 'tenants', index, 'visitorsPerDay')),
    }),
  );
  const placements = plan.flatMap(({ floor, tenant, areaM2 }, index): readonly PlacementModel[] => {
    const onFloor = floors.find(({ id }) => id === floor);
    const ofTenant = tenants.find(({ id }) => id === tenant);
    if (!onFloor) reader.report('unknown', 'plan', index, 'floor');
    if (!ofTenant) reader.report('unknown', 'plan', index, 'tenant');
    const area = lowest(reader.amount(areaM2, 'plan', index, 'areaM2'));
    return onFloor && ofTenant ? [{ floor: onFloor, tenant: ofTenant, areaM2: area }] : [];
  });
  const model = {
    floors: floors.toSorted((a, b) => compare(a.slabM, b.slabM)),
    tenants,
    mostTenantsBetween,
    placements,
  };
  return reader.refused ?? { ok: true, model };
}
