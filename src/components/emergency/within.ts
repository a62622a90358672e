import { EMERGENCY } from '../../i18n/emergency-strings.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';

/** The time limit of a step in words: seconds up to two minutes, then minutes, then hours. */
export function withinWords(seconds: number, locale: Locale): string {
  if (seconds < 120) return fill(EMERGENCY.seconds[locale], { n: seconds });
  return seconds < 7200
    ? fill(EMERGENCY.minutes[locale], { n: Math.round(seconds / 60) })
    : fill(EMERGENCY.hours[locale], { n: Math.round(seconds / 3600) });
}
