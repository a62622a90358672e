import { type Assumption, assumption } from '../assumption.ts';
import type { Decimal } from '../exact.ts';
import { line, type MoneyLine } from '../formulas.ts';
import { InputReader, type Refused } from '../input-reader.ts';
import { type Money, subtractMoney, sumMoney } from '../money.ts';

/** A need of one's own. */
export interface FundingNeed {
  readonly id: string;
  readonly quantity: Decimal;
  readonly unitYuan: Decimal;
}

export interface PlatformFundingInput {
  /** Towns and streets, each with a window. */
  readonly towns: Decimal;
  readonly villages: Decimal;
  /** Weak towns, each with the average transfer; at most all towns. */
  readonly weakTowns: Decimal;
  readonly townWindowYuan: Decimal;
  readonly villageYuan: Decimal;
  readonly needs?: readonly FundingNeed[];
  readonly districtPoolYuan: Decimal;
  readonly awardFundYuan: Decimal;
  readonly transferYuanPerWeakTown: Decimal;
  /** Default: the district pool alone covers the need. */
  readonly countsAwardFund?: boolean;
  readonly countsTransfers?: boolean;
  readonly computersPerVillage: Decimal;
}

export interface PlatformFunding {
  readonly ok: true;
  readonly need: readonly MoneyLine[];
  readonly needTotal: Money;
  readonly cover: readonly MoneyLine[];
  readonly coverTotal: Money;
  /** `amountFen` and `exactYuan` are sizes, never negative: a gap and a surplus differ by `kind`. */
  readonly balance: Money & { readonly kind: 'gap' | 'surplus' | 'even' };
  readonly equipment: { readonly townWindows: bigint; readonly villageStations: bigint; readonly computers: bigint };
  readonly assumptions: readonly Assumption[];
}

/** Reckons the need of the three-tier platform, what covers it, the gap or surplus, and the equipment. */
export function fundPlatform(input: PlatformFundingInput): PlatformFunding | Refused {
  const reader = new InputReader();
  const towns = reader.count(input.towns, 'towns');
  const villages = reader.count(input.villages, 'villages');
  const weakTowns = reader.count(input.weakTowns, 'weakTowns');
  if (weakTowns.n * towns.d > towns.n * weakTowns.d) reader.report('wrong-order', 'weakTowns');
  reader.unique(
    (input.needs ?? []).map(({ id }) => id),
    'needs',
  );
  const need = [
    line('town-windows', 'per-town', { towns, unitYuan: reader.amount(input.townWindowYuan, 'townWindowYuan') }),
    line('villages', 'per-village', { villages, unitYuan: reader.amount(input.villageYuan, 'villageYuan') }),
    ...(input.needs ?? []).map((own, index) =>
      line(own.id, 'amount-times-price', {
        quantity: reader.amount(own.quantity, 'needs', index, 'quantity'),
        unitYuan: reader.amount(own.unitYuan, 'needs', index, 'unitYuan'),
      }),
    ),
  ];
  const pool = reader.amount(input.districtPoolYuan, 'districtPoolYuan');
  const award = reader.amount(input.awardFundYuan, 'awardFundYuan');
  const transfer = reader.amount(input.transferYuanPerWeakTown, 'transferYuanPerWeakTown');
  const cover = [
    line('district-pool', 'fixed-amount', { amountYuan: pool }),
    ...(input.countsAwardFund ? [line('award-fund', 'fixed-amount', { amountYuan: award })] : []),
    ...(input.countsTransfers ? [line('transfers', 'per-town', { towns: weakTowns, unitYuan: transfer })] : []),
  ];
  const computers = reader.count(input.computersPerVillage, 'computersPerVillage');
  const needTotal = sumMoney(need);
  const coverTotal = sumMoney(cover);
  reader.within(needTotal.amountFen, 'needTotal');
  reader.within(coverTotal.amountFen, 'coverTotal');
  if (reader.refused) return reader.refused;
  const isShort = needTotal.amountFen >= coverTotal.amountFen;
  const size = isShort ? subtractMoney(needTotal, coverTotal) : subtractMoney(coverTotal, needTotal);
  return {
    ok: true,
    need,
    needTotal,
    cover,
    coverTotal,
    balance: { ...size, kind: size.amountFen === 0n ? 'even' : isShort ? 'gap' : 'surplus' },
    equipment: {
      townWindows: towns.n / towns.d,
      villageStations: villages.n / villages.d,
      computers: (villages.n / villages.d) * (computers.n / computers.d),
    },
    assumptions: [
      assumption('award-fund', input.countsAwardFund ? 'counted' : 'not-counted', 'not-counted'),
      assumption('transfers', input.countsTransfers ? 'counted' : 'not-counted', 'not-counted'),
    ],
  };
}
