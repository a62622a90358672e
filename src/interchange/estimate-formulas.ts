import type { Outcome } from '../domain/estimators/outcome.ts';
import { commissionRows } from './live/commission.ts';
import { incentiveRows } from './live/incentive.ts';
import { parkingRows } from './live/parking.ts';
import { platformRows } from './live/platform.ts';
import { serviceFeeRows } from './live/service-fee.ts';
import { createRows, type LiveRow, type LiveSheet } from './live/sheet.ts';
import { spaceRows } from './live/space.ts';
import { stackingRows } from './live/stacking.ts';
import { staffingRows } from './live/staffing.ts';

type Fill = (sheet: LiveSheet, outcome: Outcome) => void;

const FILLS: Readonly<Record<string, Fill>> = {
  'service-fee': serviceFeeRows,
  'collection-incentive': incentiveRows,
  'arrears-commission': commissionRows,
  'platform-funding': platformRows,
  'shared-parking': parkingRows,
  'office-stacking': stackingRows,
  staffing: staffingRows,
  'community-space': spaceRows,
};

/** The results of an estimator as formulas over its inputs' cells. What has no formula stands as a number and says so. */
export function liveRows(
  estimator: string,
  inputs: Omit<LiveSheet, keyof ReturnType<typeof createRows>['add']>,
  outcome: Outcome,
): readonly LiveRow[] {
  const { rows, add } = createRows();
  add.note(inputs.word('live-note'));
  FILLS[estimator]?.({ ...inputs, ...add }, outcome);
  return rows;
}
