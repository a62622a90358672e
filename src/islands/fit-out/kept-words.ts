import { isLocale, type Locale } from '../../i18n/locale.ts';
import type { Desk } from './desk-state.ts';
import {
  type ReviewConflict,
  type ReviewPaper,
  type ReviewRow,
  reviewConflicts,
  reviewPapers,
  reviewRows,
} from './review-rows.ts';
import type { ReviewSheet } from './review-sheet.ts';

/** What a sheet says, line by line. */
export interface SheetWords {
  rows: readonly ReviewRow[];
  conflicts: readonly ReviewConflict[];
  papers: readonly ReviewPaper[];
}

type Part = keyof SheetWords;
type Line<P extends Part> = SheetWords[P][number];
/** A line with the mark of what it was written from. */
type Marked<P extends Part> = Line<P> & { readonly mark: string };

/** What a review said when it was closed, word for word, in the language of that page. */
export interface KeptWords {
  readonly locale: Locale;
  readonly rows: readonly Marked<'rows'>[];
  readonly conflicts: readonly Marked<'conflicts'>[];
  readonly papers: readonly Marked<'papers'>[];
}

/** Lines that are no longer in the words of the handbook: the language in which they were kept, by line. */
export type OldWords = ReadonlyMap<string, Locale>;

const marksOf = (desk: Desk): Record<Part, ReadonlyMap<string, string>> => {
  const marks = (entries: readonly { id: string; mark: string }[]) =>
    new Map(entries.map(({ id, mark }) => [id, mark] as const));
  const { rules, conflicts, documents } = desk.props;
  return {
    rows: marks(rules),
    conflicts: marks(conflicts),
    papers: marks(documents.flatMap((group) => group.items)),
  };
};

function freshWords(desk: Desk, sheet: ReviewSheet): SheetWords {
  return {
    rows: reviewRows(desk, sheet),
    conflicts: reviewConflicts(desk, sheet),
    papers: reviewPapers(desk, sheet),
  };
}

/** The words of a sheet that is being closed, to be kept with it. */
export function keepWords(desk: Desk, sheet: ReviewSheet): KeptWords {
  const [fresh, marks] = [freshWords(desk, sheet), marksOf(desk)];
  const kept = <P extends Part>(part: P, lines: readonly Line<P>[]) =>
    lines.map((line) => ({ ...line, mark: marks[part].get(line.id) ?? '' }));
  return {
    locale: desk.props.locale,
    rows: kept('rows', fresh.rows),
    conflicts: kept('conflicts', fresh.conflicts),
    papers: kept('papers', fresh.papers),
  };
}

/**
 * What a sheet says. A line of a closed review whose rule has not changed since is worked out again, in the language of
 * the page; one whose rule was changed or is gone stands as it was returned. What the handbook added later is not in it.
 */
export function sheetWords(desk: Desk, sheet: ReviewSheet): SheetWords & { old: OldWords } {
  const fresh = freshWords(desk, sheet);
  const kept = sheet.words;
  if (!kept) return { ...fresh, old: new Map() };
  const marks = marksOf(desk);
  const old = new Map<string, Locale>();
  const held = <P extends Part>(part: P, lines: readonly Marked<P>[], now: readonly Line<P>[]): Line<P>[] =>
    lines.map((line): Line<P> => {
      const same = marks[part].get(line.id) === line.mark ? now.find(({ id }) => id === line.id) : undefined;
      if (!same) old.set(line.id, kept.locale);
      return same ?? line;
    });
  return {
    rows: held('rows', kept.rows, fresh.rows),
    conflicts: held('conflicts', kept.conflicts, fresh.conflicts),
    papers: held('papers', kept.papers, fresh.papers),
    old,
  };
}

/** Words out of a stored sheet, which may be a stranger's; `undefined` if there are none that can be used. */
export function readWords(stored: unknown): KeptWords | undefined {
  if (typeof stored !== 'object' || stored === null || !('locale' in stored)) return undefined;
  const parts = stored as Record<string, unknown>;
  if (!isLocale(parts.locale)) return undefined;
  const isLine = (line: unknown): boolean =>
    typeof line === 'object' && line !== null && Object.values(line).every((value) => typeof value === 'string');
  const isPart = (part: unknown): boolean => Array.isArray(part) && part.every(isLine);
  return [parts.rows, parts.conflicts, parts.papers].every(isPart) ? (stored as KeptWords) : undefined;
}
