import { add, type Decimal, type Exact, multiply, ONE, ZERO } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { oncePer } from '../once-per.ts';
import type { Contract, Cost, ServiceFeeInput, Space, SpaceUse } from './service-fee-input.ts';

export interface SpaceModel {
  readonly id: string;
  readonly use: SpaceUse;
  readonly quantity: Exact;
  readonly priceYuan: Exact;
  readonly vacantShare: Exact;
  /** Twelve. */
  readonly occupancyShares: readonly Exact[];
  readonly collectionShares: readonly Exact[];
}

export interface CostModel {
  readonly cost: Cost;
  readonly inputVatShare: Exact;
  /** Twelve flags. */
  readonly isPaid: readonly boolean[];
  /** The amounts of the cost by the names that its formula uses. */
  readonly numbers: Readonly<Record<string, Exact>>;
}

/** The input, read and found in order. */
export interface ServiceFeeModel {
  readonly spaces: readonly SpaceModel[];
  readonly costs: readonly CostModel[];
  readonly areaM2: Exact;
  readonly vatShare: Exact;
  readonly pricesIncludeVat: boolean;
  readonly surchargeShare: Exact;
  readonly contract: 'lump-sum' | 'expenditure' | 'receipts' | 'fixed';
  /** A share, or yuan a month where the remuneration is fixed. */
  readonly remuneration: Exact;
  readonly basis: 'collected' | 'billed';
  readonly openingCashYuan: Exact;
  /** Whether all twelve months are alike. */
  readonly isUniform: boolean;
}

/** Reads the input; every field in trouble is named. */
export function readServiceFee(
  input: ServiceFeeInput,
): { readonly ok: true; readonly model: ServiceFeeModel } | Refused {
  const reader = new InputReader();
  reader.unique(
    input.spaces.map(({ id }) => id),
    'spaces',
  );
  reader.unique(
    input.costs.map(({ id }) => id),
    'costs',
  );
  const areas: Exact[] = [];
  const spaces = input.spaces.map((space, index): SpaceModel => {
    const model = spaceInOrder(space) ?? readSpace(reader, space, index);
    if (space.unit === 'square-metre') areas.push(model.quantity);
    return model;
  });
  const areaM2 = areas.reduce(add, ZERO);
  const costs = input.costs.map((cost, index) => readCost(reader, cost, index, areaM2, input.vatMode === 'general'));
  const contract = input.contract ?? { kind: 'lump-sum' };
  const model: ServiceFeeModel = {
    spaces,
    costs,
    areaM2,
    vatShare: input.vatMode === 'none' ? ZERO : reader.part(input.vatPercent, 'vatPercent'),
    pricesIncludeVat: input.pricesIncludeVat,
    surchargeShare: reader.part(input.surchargePercent, 'surchargePercent'),
    contract: contract.kind === 'lump-sum' ? 'lump-sum' : (contract.base ?? 'expenditure'),
    remuneration: readRemuneration(reader, contract),
    basis: input.surplusBasis ?? 'collected',
    openingCashYuan: reader.signed(input.openingCashYuan ?? 0, 'openingCashYuan'),
    isUniform:
      input.spaces.every((space) => !space.occupancyPercentByMonth && !space.collectionPercentByMonth) &&
      input.costs.every(({ months }) => months === undefined),
  };
  return reader.refused ?? { ok: true, model };
}

/** A space in which nothing is wrong; what is wrong in another must be told with its place. */
const spaceInOrder = oncePer((space: Space): SpaceModel | undefined => {
  const reader = new InputReader();
  const model = readSpace(reader, space, 0);
  return reader.refused ? undefined : Object.freeze(model);
});

function readSpace(reader: InputReader, space: Space, index: number): SpaceModel {
  const at = ['spaces', index] as const;
  return {
    id: space.id,
    use: space.use,
    quantity: reader.amount(space.quantity, ...at, 'quantity'),
    priceYuan: reader.amount(space.priceYuan, ...at, 'priceYuan'),
    vacantShare: reader.part(space.vacantPercent, ...at, 'vacantPercent'),
    occupancyShares: shares(reader, space.occupancyPercent, space.occupancyPercentByMonth, index, 'occupancyPercent'),
    collectionShares: shares(
      reader,
      space.collectionPercent,
      space.collectionPercentByMonth,
      index,
      'collectionPercent',
    ),
  };
}

function shares(
  reader: InputReader,
  usual: Decimal,
  byMonth: readonly Decimal[] | undefined,
  index: number,
  field: 'occupancyPercent' | 'collectionPercent',
): readonly Exact[] {
  const share = reader.part(usual, 'spaces', index, field);
  if (byMonth === undefined) return new Array<Exact>(12).fill(share);
  return Array.from({ length: 12 }, (_, month) =>
    reader.part(byMonth[month], 'spaces', index, `${field}ByMonth`, month),
  );
}

function readCost(reader: InputReader, cost: Cost, index: number, areaM2: Exact, isDeductible: boolean): CostModel {
  const at = ['costs', index] as const;
  const inputVat = reader.part(cost.inputVatPercent ?? 0, ...at, 'inputVatPercent');
  const inputVatShare = isDeductible ? inputVat : ZERO;
  cost.months?.forEach((month, place) => {
    if (!Number.isInteger(month) || month < 1 || month > 12) reader.report('not-a-date', ...at, 'months', place);
  });
  const isPaid = Array.from({ length: 12 }, (_, month) => cost.months?.includes(month + 1) ?? true);
  switch (cost.kind) {
    case 'fixed': {
      const yuanPerMonth = reader.amount(cost.yuanPerMonth, ...at, 'yuanPerMonth');
      return { cost, inputVatShare, isPaid, numbers: { yuanPerMonth } };
    }
    case 'per-square-metre': {
      const yuanPerM2 = reader.amount(cost.yuanPerM2, ...at, 'yuanPerM2');
      return { cost, inputVatShare, isPaid, numbers: { areaM2, yuanPerM2 } };
    }
    case 'headcount': {
      const posts = reader.amount(cost.posts, ...at, 'posts');
      const wageYuan = reader.amount(cost.wageYuan, ...at, 'wageYuan');
      const onCostShare = reader.rate(cost.onCostPercent, ...at, 'onCostPercent');
      return { cost, inputVatShare, isPaid, numbers: { posts, wageYuan, onCostShare } };
    }
    case 'share-of-revenue':
      return { cost, inputVatShare, isPaid, numbers: { share: reader.part(cost.percent, ...at, 'percent') } };
  }
}

function readRemuneration(reader: InputReader, contract: Contract): Exact {
  if (contract.kind === 'lump-sum') return ZERO;
  if (contract.base === 'fixed') return reader.amount(contract.yuanPerMonth, 'contract', 'yuanPerMonth');
  return reader.part(contract.percent, 'contract', 'percent');
}

/** What a space is billed with, in units of its price: quantity × (occupied + empty × its share). */
export function billableQuantity(space: SpaceModel, month: number): Exact {
  const occupied = space.occupancyShares[month] ?? ZERO;
  const empty = multiply(add(ONE, { n: -occupied.n, d: occupied.d }), space.vacantShare);
  return multiply(space.quantity, add(occupied, empty));
}
