/** The five internal steps of a service, in order. */
export const STEP_NAMES = ['accept', 'handle', 'review', 'approve', 'conclude'] as const;
