import { DIRECTORY } from '../../i18n/directory-strings.ts';
import type { Locale } from '../../i18n/locale.ts';
import type { Service } from '../../schema/service.ts';

/** For whom a service is, as one phrase: 业主、租户 / Owners, tenants. */
export function audienceText(audience: Service['audience'], locale: Locale): string {
  const names = audience.map((who) => DIRECTORY[who][locale]);
  return locale === 'en'
    ? names.map((name, i) => (i === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1))).join(', ')
    : names.join('、');
}
