import { ceiling, compare, type Decimal, type Exact, lowest, multiply } from '../exact.ts';
import { InputReader, type Refused } from '../input-reader.ts';

/** The three rates, in the order in which the source has them. */
export const SERVICE_RATES = ['one-stop', 'online-filing', 'wholly-online'] as const;
export type ServiceRateId = (typeof SERVICE_RATES)[number];

/** One item of the service catalogue and which ways it can be done. */
export interface ServiceItem {
  readonly id: string;
  readonly ways: Readonly<Record<ServiceRateId, boolean>>;
}

export interface ServiceRate {
  readonly id: ServiceRateId;
  readonly done: number;
  readonly all: number;
  /** Done / all; `undefined` for an empty list, which has no rate. */
  readonly share: Exact | undefined;
  readonly targetShare: Exact;
  /** Least number of items that reaches the target. */
  readonly needed: number;
  /** How many items are still missing; zero when met. */
  readonly missing: number;
  /** `undefined` for an empty list. */
  readonly isMet: boolean | undefined;
}

/** Reckons the three rates as shares of the service items, compared exactly. */
export function reckonServiceRates(
  items: readonly ServiceItem[],
  targetPercents: Readonly<Record<ServiceRateId, Decimal>>,
): { readonly ok: true; readonly rates: readonly ServiceRate[] } | Refused {
  const reader = new InputReader();
  reader.unique(
    items.map(({ id }) => id),
    'items',
  );
  const all = items.length;
  const rates = SERVICE_RATES.map((id): ServiceRate => {
    const targetShare = reader.part(targetPercents[id], 'targetPercents', id);
    const done = items.filter(({ ways }) => ways[id]).length;
    const share = all === 0 ? undefined : lowest({ n: BigInt(done), d: BigInt(all) });
    const needed = Number(ceiling(multiply(targetShare, { n: BigInt(all), d: 1n })));
    return {
      id,
      done,
      all,
      share,
      targetShare,
      needed,
      missing: Math.max(0, needed - done),
      isMet: share && compare(share, targetShare) >= 0,
    };
  });
  return reader.refused ?? { ok: true, rates };
}
