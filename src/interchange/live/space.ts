import { constant, minus, over, overOrNothing, plus, roundedDown, times, unlessNothing } from './cells.ts';
import type { LiveSheet } from './sheet.ts';

export function spaceRows(sheet: LiveSheet): void {
  const { values, word, field, put } = sheet;
  const hundred = constant('100');
  const perHundred = field('m2PerHundredHouseholds');
  const all = put(word('space-total'), plus(field('officeM2'), field('serviceM2')), 'number', true);
  put(word('space-difference'), minus(all, field('standardM2')), 'number', true);
  const served = (area: typeof all) => unlessNothing(overOrNothing(times(area, hundred), perHundred), roundedDown);
  put(word('households-served'), served(all), 'number', true);
  put(word('households-served-standard'), served(field('standardM2')), 'number', true);
  if (!values.fields.households) return;
  const required = put(word('col-required'), over(times(field('households'), perHundred), hundred), 'number');
  put(word('against-households'), minus(all, required), 'number', true);
}
