import type { Decimal } from '../exact.ts';

export type SpaceUse = 'hotel' | 'shopping-centre' | 'office' | 'apartment' | 'parking' | 'other';

/** One row of spaces that pay the same price. */
export interface Space {
  readonly id: string;
  readonly use: SpaceUse;
  /** Costs per m² count floor area only, never stalls. */
  readonly unit: 'square-metre' | 'stall';
  readonly quantity: Decimal;
  /** Per unit and month. */
  readonly priceYuan: Decimal;
  readonly occupancyPercent: Decimal;
  /** What an empty space pays, in percent of the price. */
  readonly vacantPercent: Decimal;
  readonly collectionPercent: Decimal;
  /** January to December, where the months differ. */
  readonly occupancyPercentByMonth?: readonly Decimal[];
  readonly collectionPercentByMonth?: readonly Decimal[];
}

interface CostCommon {
  readonly id: string;
  /** Id of the statutory heading; passed through. */
  readonly heading?: string;
  /** Deductible VAT contained in what is paid, in percent of the amount without it. Default 0. */
  readonly inputVatPercent?: Decimal;
  /** Months, 1 to 12, in which it is paid. Default: all. */
  readonly months?: readonly number[];
}

/** A cost as it is paid in a month, VAT included. */
export type Cost = CostCommon &
  (
    | { readonly kind: 'fixed'; readonly yuanPerMonth: Decimal }
    | { readonly kind: 'per-square-metre'; readonly yuanPerM2: Decimal }
    | {
        readonly kind: 'headcount';
        readonly posts: Decimal;
        readonly wageYuan: Decimal;
        readonly onCostPercent: Decimal;
      }
    /** Of revenue net of VAT. */
    | { readonly kind: 'share-of-revenue'; readonly percent: Decimal }
  );

export type Contract =
  /** 包干制: the manager keeps profit or loss. */
  | { readonly kind: 'lump-sum' }
  /** 酬金制: the manager draws the remuneration, the owners keep surplus or deficit. Default base: expenditure. */
  | { readonly kind: 'remuneration'; readonly base?: 'expenditure' | 'receipts'; readonly percent: Decimal }
  | { readonly kind: 'remuneration'; readonly base: 'fixed'; readonly yuanPerMonth: Decimal };

export interface ServiceFeeInput {
  readonly spaces: readonly Space[];
  readonly costs: readonly Cost[];
  /** `general`: output less input VAT. `simple`: a levy rate, input VAT is a cost. `none`: no VAT. */
  readonly vatMode: 'general' | 'simple' | 'none';
  readonly vatPercent: Decimal;
  readonly pricesIncludeVat: boolean;
  /** Of VAT payable. */
  readonly surchargePercent: Decimal;
  readonly contract?: Contract;
  /** Revenue that the surplus counts. Default: what is collected. */
  readonly surplusBasis?: 'collected' | 'billed';
  /** Cash in hand on 1 January. Default 0. */
  readonly openingCashYuan?: Decimal;
}
