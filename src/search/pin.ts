import type { PageInfo } from './places.ts';
import type { Query } from './query.ts';

/** More than anything else can be worth: an emergency card that is called by its name or trigger leads. */
const CALLED = 2;

/** An emergency card whose name or trigger is most of the query stands before everything else. */
export function pin(page: PageInfo, query: Query): number {
  if (page.names === undefined) return 0;
  const texts = query.runs.map(({ text }) => text);
  const latin = texts.every((text) => /^[\x20-\x7f]*$/.test(text));
  const asked = texts.join(latin ? ' ' : '');
  // One character that question words have left over names nothing.
  if (asked.length === 1 && query.folded.length > 1) return 0;
  let best = 0;
  for (const name of page.names) {
    let share = 0;
    if (name === asked) share = CALLED;
    else if (latin) {
      if (name.startsWith(asked)) share = (0.7 * asked.length) / name.length;
      else if (` ${asked} `.includes(` ${name} `)) share = name.length / asked.length;
    } else if (name.includes(asked)) share = asked.length / name.length;
    else if (name.length > 1 && asked.includes(name)) share = (0.85 * name.length) / asked.length;
    if (share > best) best = share;
  }
  return best >= 0.5 ? best : 0.2 * best;
}
