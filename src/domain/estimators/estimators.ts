import { estimateCommission } from './commission.ts';
import { type FormProblem, type FormShape, type FormValues, isFieldPath, readForm } from './form.ts';
import { estimateIncentive } from './incentive.ts';
import type { Estimate, Estimator } from './outcome.ts';
import { estimateParking } from './parking.ts';
import { estimatePlatform } from './platform.ts';
import { estimateFee } from './service-fee.ts';
import { estimateSpace } from './space.ts';
import { estimateStacking } from './stacking.ts';
import { estimateStaffing } from './staffing.ts';

/** Rises when an estimator gives another result for the same input; links and files carry it. */
export const ENGINE_VERSION = '1';

/** Every estimator by the id of its page. */
export const ESTIMATORS = {
  'service-fee': estimateFee,
  'collection-incentive': estimateIncentive,
  'arrears-commission': estimateCommission,
  'platform-funding': estimatePlatform,
  'shared-parking': estimateParking,
  'office-stacking': estimateStacking,
  staffing: estimateStaffing,
  'community-space': estimateSpace,
} as const satisfies Readonly<Record<string, Estimator>>;

export type EstimatorId = keyof typeof ESTIMATORS;

export function isEstimatorId(id: string): id is EstimatorId {
  return Object.hasOwn(ESTIMATORS, id);
}

/** From what was typed to the result, or every field in trouble. */
export function estimate(id: EstimatorId, shape: FormShape, typed: FormValues): Estimate {
  const read = readForm(shape, typed);
  const result = read.ok ? ESTIMATORS[id](read.values) : read;
  return result.ok ? result : { ok: false, problems: told(shape, result.problems) };
}

/** What concerns an amount that comes out, and so no field by itself, is told once for each reason. */
function told(shape: FormShape, problems: readonly FormProblem[]): readonly FormProblem[] {
  const atFields = problems.filter(({ path }) => isFieldPath(shape, path));
  const others = new Set(problems.filter(({ path }) => !isFieldPath(shape, path)).map(({ code }) => code));
  return [...atFields, ...[...others].map((code) => ({ path: '', code: `result-${code}` }))];
}
