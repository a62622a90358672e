/** Fields of the review form, as they are stored and as they are called. */
export const REVIEW = [
  ['review-people', 'reviewPeople'],
  ['review-good', 'reviewGood'],
  ['review-bad', 'reviewBad'],
  ['review-why', 'reviewWhy'],
  ['review-actions', 'reviewActions'],
  ['review-plan', 'reviewPlan'],
] as const;
