import {
  add,
  compare,
  type Decimal,
  divide,
  type Exact,
  floor,
  HUNDRED,
  multiply,
  signOf,
  subtract,
} from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';

export interface CommunitySpaceInput {
  readonly officeM2: Decimal;
  readonly serviceM2: Decimal;
  /** A fixed standard for the community: 350 m² in the source. */
  readonly standardM2: Decimal;
  /** The guided area per hundred households; zero: no such guidance. */
  readonly m2PerHundredHouseholds: Decimal;
  /** `undefined` while it is not known: the guidance is then not judged. */
  readonly households?: Decimal;
}

/** An area against what is required. */
export interface SpaceComparison {
  readonly requiredM2: Exact;
  /** What there is less what is required; negative when it falls short. */
  readonly differenceM2: Exact;
  readonly isMet: boolean;
}

export interface CommunitySpace {
  readonly ok: true;
  readonly totalM2: Exact;
  readonly againstStandard: SpaceComparison;
  /** `undefined` without households. */
  readonly againstHouseholds: SpaceComparison | undefined;
  /** Most households that the area serves by the guidance, and that the fixed standard would; `undefined` without guidance. */
  readonly householdsServed: bigint | undefined;
  readonly householdsServedByStandard: bigint | undefined;
}

/** Compares a community's rooms with a fixed standard and with the area per hundred households. */
export function compareCommunitySpace(input: CommunitySpaceInput): CommunitySpace | Refused {
  const reader = new InputReader();
  const totalM2 = add(reader.amount(input.officeM2, 'officeM2'), reader.amount(input.serviceM2, 'serviceM2'));
  const standardM2 = reader.amount(input.standardM2, 'standardM2');
  const perHundred = reader.amount(input.m2PerHundredHouseholds, 'm2PerHundredHouseholds');
  const households = input.households === undefined ? undefined : reader.count(input.households, 'households');
  if (reader.refused) return reader.refused;
  const against = (requiredM2: Exact): SpaceComparison => ({
    requiredM2,
    differenceM2: subtract(totalM2, requiredM2),
    isMet: compare(totalM2, requiredM2) >= 0,
  });
  const served = (areaM2: Exact): bigint | undefined =>
    signOf(perHundred) === 0 ? undefined : floor(divide(multiply(areaM2, HUNDRED), perHundred));
  return {
    ok: true,
    totalM2,
    againstStandard: against(standardM2),
    againstHouseholds: households && against(divide(multiply(households, perHundred), HUNDRED)),
    householdsServed: served(totalM2),
    householdsServedByStandard: served(standardM2),
  };
}
