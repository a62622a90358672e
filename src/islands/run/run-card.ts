import type { Locale } from '../../i18n/locale.ts';

/** One step of the card in the page's language. */
export interface RunStep {
  id: string;
  text: string;
  role: string;
  within?: number | undefined;
  decision?:
    | {
        question: string;
        yes: { text: string; goto?: string | undefined };
        no: { text: string; goto?: string | undefined };
      }
    | undefined;
}

/** The card as the page leaves it in its data block for the run. */
export interface RunCard {
  locale: Locale;
  id: string;
  number: string;
  version: string;
  title: string;
  steps: readonly RunStep[];
  calls: readonly { id: string; number?: string | undefined; for: string }[];
  report: readonly { id: string; whom: string; by: string; within?: number | undefined }[];
  never: readonly string[];
  roles: readonly { role: string; duty: string }[];
  over: readonly string[];
  drill: { text: string; months: number };
  numbersHref: string;
}
