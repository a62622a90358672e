import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { compareCommunitySpace } from '../../../src/domain/building/community-space.ts';
import { reckonParking } from '../../../src/domain/building/parking.ts';
import { checkStacking } from '../../../src/domain/building/stacking-check.ts';
import { proposeStacking } from '../../../src/domain/building/stacking-proposal.ts';
import { reckonStaffing } from '../../../src/domain/building/staffing.ts';
import { findBreakEven } from '../../../src/domain/fees/break-even.ts';
import { commissionOnCollected } from '../../../src/domain/fees/commission.ts';
import { reckonIncentive } from '../../../src/domain/fees/incentive.ts';
import { fundPlatform } from '../../../src/domain/fees/platform-funding.ts';
import { estimateServiceFee } from '../../../src/domain/fees/service-fee.ts';
import { settleArrears } from '../../../src/domain/fees/settle-arrears.ts';
import { plainForm } from '../../../src/domain/plain.ts';
import { configureProperties } from './property-runs.ts';

configureProperties();

/** Numbers of these inputs are all text, so that every text of digits is a number field or a year-free id. */
const space = {
  use: 'office',
  unit: 'square-metre',
  quantity: '1000',
  priceYuan: '10',
  occupancyPercent: '90',
  vacantPercent: '50',
  collectionPercent: '95',
};
const serviceFee = {
  spaces: [
    { id: 'a', ...space },
    { id: 'b', ...space, use: 'parking', unit: 'stall' },
  ],
  costs: [
    { id: 'c', kind: 'fixed', yuanPerMonth: '5000', inputVatPercent: '13' },
    { id: 'd', kind: 'per-square-metre', yuanPerM2: '2' },
    { id: 'e', kind: 'headcount', posts: '3', wageYuan: '4000', onCostPercent: '40' },
    { id: 'f', kind: 'share-of-revenue', percent: '5' },
  ],
  vatMode: 'general',
  vatPercent: '6',
  pricesIncludeVat: true,
  surchargePercent: '12',
  contract: { kind: 'remuneration', base: 'receipts', percent: '8' },
  openingCashYuan: '10',
};
const month = {
  currentReceivableYuan: '1000',
  currentCollectedYuan: '950',
  arrearsReceivableYuan: '100',
  arrearsCollectedYuan: '20',
};
const incentive = {
  zones: [
    {
      id: 'z',
      posts: [
        { id: 'm', kind: 'manager', person: 'A', weight: '2' },
        { id: 'r', kind: 'repairer', person: 'B', weight: '1' },
      ],
      months: [
        { month: '2012-08', ...month },
        { month: '2012-09', ...month },
      ],
    },
  ],
  firstMonth: '2012-08',
  lastMonth: '2012-09',
  targetPercent: '90',
  managerRewardYuan: '500',
  repairerRewardYuan: '200',
  managerDeductionYuan: '300',
  repairerDeductionYuan: '100',
  excessPercent: '1',
};
const terms = {
  bands: [{ firstYear: 2002, lastYear: 2008, percent: '15' }],
  schemeFrom: '2002-09',
  taskFromYear: 2009,
  reliefUntilYear: 2008,
};
const arrears = {
  households: [
    {
      id: 'h',
      debts: [
        { id: 'd', dueOn: '2018-02-28', amountYuan: '100', interruptions: [{ on: '2019-01-01', kind: 'demand' }] },
      ],
      reliefs: [{ id: 'r', debt: 'd', amountYuan: '10', isApproved: true }],
      payments: [{ id: 'p', amountYuan: '10' }],
    },
  ],
  terms,
  limitation: { years: 3, longestYears: 20, computedFrom: '2017-10-01', warnDays: [30] },
  today: '2026-11-24',
};
const platform = {
  towns: '7',
  villages: '100',
  weakTowns: '1',
  townWindowYuan: '200000',
  villageYuan: '30000',
  districtPoolYuan: '10000000',
  awardFundYuan: '1',
  transferYuanPerWeakTown: '2',
  countsTransfers: true,
  computersPerVillage: '2',
};
const parking = {
  periods: [{ id: 'x', dayType: 'weekday', fromHour: 0, toHour: 24 }],
  uses: [
    { id: 'o', kind: 'lender', stalls: '200', peakStalls: '200', factorPercent: { x: '50' } },
    { id: 'm', kind: 'borrower', stalls: '100', peakStalls: '300', factorPercent: { x: '90' } },
  ],
  mostBorrowedStalls: '200',
};
const stacking = {
  floors: [
    { id: 'f', slabM: '10', areaM2: '1000' },
    { id: 'g', slabM: '60', areaM2: '1000' },
    { id: 'i', slabM: '110', areaM2: '1000' },
  ],
  tenants: [
    { id: 's', trade: 'other', isHeadquarters: true, areaM2: '900', visitorsPerDay: '5' },
    { id: 't', trade: 'finance', isHeadquarters: false, areaM2: '900', visitorsPerDay: '7' },
  ],
  rules: { limitedFromM: '50', mostTenantsBetween: 2, wholeFloorsFromM: '100' },
};
const staffing = {
  before: [{ id: 'a', posts: '6' }],
  after: [{ id: 'b', posts: '6', filled: '5' }],
  zones: [{ id: 'z', households: '600', shops: '3', managers: '1', repairers: '2' }],
  ownHouseholds: '5',
};
const community = {
  officeM2: '197',
  serviceM2: '260',
  standardM2: '350',
  m2PerHundredHouseholds: '30',
  households: '10',
};

// biome-ignore lint/suspicious/noExplicitAny: spoilt inputs have no type.
type Spoilt = any;
const estimators: Readonly<Record<string, readonly [object, (input: Spoilt) => unknown]>> = {
  'service fee': [serviceFee, estimateServiceFee],
  'break-even': [serviceFee, (input) => findBreakEven(input, '5')],
  incentive: [incentive, reckonIncentive],
  commission: [
    { debts: [{ id: 'a', yearOfOrigin: 2003, collectedYuan: '100' }], terms },
    ({ debts, terms: own }) => commissionOnCollected(debts, own),
  ],
  arrears: [arrears, settleArrears],
  'platform funding': [platform, fundPlatform],
  parking: [parking, reckonParking],
  'stacking proposal': [stacking, proposeStacking],
  'stacking check': [stacking, (input) => checkStacking(input, [{ floor: 'f', tenant: 's', areaM2: '900' }])],
  staffing: [staffing, reckonStaffing],
  'community space': [community, compareCommunitySpace],
};

const odd = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    'x',
    '0',
    '-1',
    '100',
    '100.000001',
    '0.005',
    '1/3',
    '1e13',
    '10000000000000',
    '10000000000000.01',
    '1e59',
    '1e-59',
    '１２',
    '9'.repeat(61),
  ],
  ...[null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 0, -0, 0.1, 1e13, 1e21, {}, [], true, 5n],
);

/** Every field of the input that is text of digits, replaced by what the seed says. */
function spoil(input: unknown, pick: () => unknown): unknown {
  if (Array.isArray(input)) return input.map((part) => spoil(part, pick));
  if (typeof input === 'object' && input !== null) {
    return Object.fromEntries(Object.entries(input).map(([key, part]) => [key, spoil(part, pick)]));
  }
  return typeof input === 'string' && /^\d+$/.test(input) ? pick() : input;
}

describe.each(Object.entries(estimators))('%s', (_, [input, estimate]) => {
  test.prop([fc.infiniteStream(fc.option(odd, { nil: 'keep', freq: 3 })), fc.boolean()])(
    'whatever stands in its fields gives a result or reasons, never NaN, Infinity or a crash',
    (stream, spoilsAll) => {
      let turn = 0;
      const spoilt = spoil(input, () => {
        turn += 1;
        const next = stream.next().value;
        return spoilsAll || turn % 3 === 0 ? (next === 'keep' ? '7' : next) : '7';
      });
      const result = estimate(spoilt) as {
        readonly ok: boolean;
        readonly problems?: readonly unknown[];
        readonly code?: string;
      };
      expect(() => plainForm(result)).not.toThrow();
      if (!result.ok) expect((result.problems ?? []).length > 0 || result.code !== undefined).toBe(true);
    },
  );

  test.prop([odd])('one odd value in every field is met as well', (value) => {
    expect(() => plainForm(estimate(spoil(input, () => value)))).not.toThrow();
  });
});
