import { eachHit } from './hits.ts';
import type { Chunk, PageInfo, Place, Places } from './places.ts';
import type { Unit } from './query.ts';

/** What a hit is worth by the field it is in. */
const FIELD = { label: 0.95, alias: 0.8, asked: 0.65, foreign: 0.85, other: 0.7, body: 0.55, weak: 0.2 } as const;
/** A heading or item that is named so says a little less than a page that is. */
export const PART_NAME = 0.92;
/** What a place has from the page and the section it stands in. */
const FROM_TITLE = 0.8;
const FROM_TYPED = 0.7;
const FROM_HEADING = 0.75;
/** The words before the first heading sum up what stands below: the place below is where to go. */
const LEAD = 0.7;

/** Where a unit stands, with what it is worth there; computed once for all queries that hold it. */
export interface Spread {
  found: number;
  places: Place[];
  /** Worth for finding the page, and for choosing the place in it. */
  value: number[];
  local: number[];
  /** How many characters of the place's name it is. */
  named: number[];
}

interface Own {
  value: number;
  local: number;
  label: number;
  typed: number;
  named: number;
}

export function spreadOf(places: Places, unit: Unit, open: boolean): Spread {
  const own = new Map<Place, Own>();
  eachHit(places, unit, open, (place, field, how) => {
    let mine = own.get(place);
    if (!mine) {
      mine = { value: 0, local: 0, label: 0, typed: 0, named: 0 };
      own.set(place, mine);
    }
    const value = how * FIELD[field] * (field === 'label' && isPart(place) ? PART_NAME : 1);
    if (value > mine.value) mine.value = value;
    const near = field === 'body' && place === place.page.top ? LEAD * value : value;
    if (isOwnText(field, place) && near > mine.local) mine.local = near;
    if (field === 'label') {
      mine.label = Math.max(mine.label, how);
      mine.named = unit.kind === 'han' ? 1 : (unit.forms[0]?.[0].length ?? 0);
    } else if (field !== 'body' && field !== 'weak' && field !== 'asked') mine.typed = Math.max(mine.typed, how);
  });
  const spread: Spread = { found: own.size, places: [], value: [], local: [], named: [] };
  // What a title or heading says holds for all that stands below it.
  const below = new Set<PageInfo>();
  const under = new Set<Place>();
  for (const [place, mine] of own) {
    if (mine.label + mine.typed === 0) continue;
    if (place === place.page.top) below.add(place.page);
    else if (place.kind === 'section' && mine.label > 0) under.add(place);
  }
  const put = (place: Place): void => {
    const mine = own.get(place);
    const top = place.kind === 'term' ? undefined : own.get(place.page.top);
    const heading = place.section ? own.get(place.section) : undefined;
    const title = top?.label ?? 0;
    const fromHeading = FROM_HEADING * (heading?.label ?? 0);
    const value = Math.max(mine?.value ?? 0, FROM_TITLE * title, FROM_TYPED * (top?.typed ?? 0), fromHeading);
    if (value === 0) return;
    spread.places.push(place);
    spread.value.push(value);
    // What the title says is no reason to go to one place of the page rather than another.
    spread.local.push(Math.max(mine?.local ?? 0, FIELD.label * title, fromHeading));
    spread.named.push(mine?.named ?? 0);
  };
  for (const page of below) for (const place of [page.top, ...page.sections, ...page.entries]) put(place);
  for (const section of under)
    if (!below.has(section.page))
      for (const entry of section.page.entries) if (entry.section === section && !own.has(entry)) put(entry);
  for (const place of own.keys()) if (!below.has(place.page)) put(place);
  return spread;
}

export function isPart(place: Place): boolean {
  return place !== place.page.top && place.kind !== 'term';
}

/** Not what people type for a page as a whole, but what stands in it, or is asked of this very place. */
export function isOwnText(field: Chunk['field'], place: Place): boolean {
  return field === 'label' || field === 'body' || field === 'asked' || (field === 'alias' && place !== place.page.top);
}
