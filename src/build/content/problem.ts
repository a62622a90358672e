import type { Localized } from '../../i18n/locale.ts';

/** One thing wrong in a content file, in words its author can act on. */
export interface ContentProblem {
  /** Permanent, so an author can search CONTRIBUTING.md for it. */
  code:
    | 'yaml'
    | 'missing'
    | 'unknown-key'
    | 'invalid'
    | 'reference'
    | 'duplicate'
    | 'parity'
    | 'prose'
    | 'personal-data';
  file: string;
  /** 1-based line of the offending value, or of its parent when the value is absent. */
  line: number;
  /** Named by id, because authors know ids and not indexes: `items[1] "test-drains" › label`. */
  where: string;
  what: Localized;
  fix: Localized;
}

/** One problem as the author sees it, Chinese first. */
export function describeProblem(problem: ContentProblem): string {
  const place = problem.where === '' ? '' : `${problem.where} `;
  return [
    `${problem.file}:${problem.line}`,
    `  [${problem.code}] ${place}${problem.what['zh-CN']}`,
    `  → ${problem.fix['zh-CN']}`,
    `  [${problem.code}] ${place}${problem.what.en}`,
    `  → ${problem.fix.en}`,
  ].join('\n');
}
