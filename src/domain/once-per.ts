/**
 * Reckons something once for each thing that can never change again, which is a frozen one: with hundreds of rows a
 * change then reckons only what it touched. What could still be altered in place is reckoned every time.
 */
export function oncePer<Thing extends object, Result>(make: (thing: Thing) => Result): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { readonly result: Result }>();
  return (thing) => {
    const before = known.get(thing);
    if (before) return before.result;
    const result = make(thing);
    if (Object.isFrozen(thing)) known.set(thing, { result });
    return result;
  };
}

/** The same where the result depends on more than the thing: kept for each thing while that stays the same. */
export function oncePerLast<Thing extends object, From, Result>(
  make: (thing: Thing, from: From) => Result,
  isSame: (before: From, now: From) => boolean,
): (thing: Thing, from: From) => Result {
  const known = new WeakMap<Thing, { readonly from: From; readonly result: Result }>();
  return (thing, from) => {
    const before = known.get(thing);
    if (before && isSame(before.from, from)) return before.result;
    const result = make(thing, from);
    if (Object.isFrozen(thing)) known.set(thing, { from, result });
    return result;
  };
}

/** Whether two lists hold the very same things in the same order. */
export function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, place) => each === b[place]);
}
