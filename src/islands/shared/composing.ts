/**
 * Whether a key belongs to the input method and not to the page, such as the Enter that takes a candidate. That one submits no form:
 * `src/enhance/shell.ts` sees to it on every page. Safari ends the composition before it tells of the key, and marks it by its number.
 */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
