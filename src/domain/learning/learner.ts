/**
 * Of statements in causal order, the latest that a learner made: several people learn on one device, and in one project.
 * What nobody in particular stated counts for whoever has stated nothing yet.
 *
 * @param who - Name chosen on the device; empty for nobody in particular.
 */
export function latestOf<S extends { readonly who: string }>(history: readonly S[], who: string): S | undefined {
  return history.findLast((each) => each.who === who) ?? history.findLast((each) => each.who === '');
}
