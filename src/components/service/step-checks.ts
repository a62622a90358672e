import type { Locale } from '../../i18n/locale.ts';
import { SERVICE_CHART } from '../../i18n/service-chart-strings.ts';
import type { Service } from '../../schema/service.ts';
import { STEP_NAMES } from '../directory/steps.ts';

const CHECKS = {
  accept: SERVICE_CHART.checkAccept,
  handle: SERVICE_CHART.checkHandle,
  review: SERVICE_CHART.checkReview,
  approve: SERVICE_CHART.checkApprove,
  conclude: SERVICE_CHART.checkConclude,
};

/** What is checked in a step before the case goes on; the person who did a thing does not check it. */
export function checksOf(steps: Service['steps'], id: (typeof STEP_NAMES)[number], locale: Locale): string[] {
  const before = STEP_NAMES[STEP_NAMES.indexOf(id) - 1];
  const samePost = (id === 'review' || id === 'approve') && before && steps[before].role === steps[id].role;
  return samePost ? [CHECKS[id][locale], SERVICE_CHART.samePost[locale]] : [CHECKS[id][locale]];
}
