import { type Progress, reviewProgress } from '../../domain/fit-out/review.ts';
import type { Verdict } from '../../domain/fit-out/rule-verdict.ts';
import { entailed } from '../../domain/fit-out/tenant.ts';
import { fill } from '../../i18n/format.ts';
import type { Desk } from './desk-state.ts';
import type { JudgedRuleView } from './judge-all.ts';
import { limitText, sourceText, valueText } from './limit-text.ts';
import type { ReviewSheet } from './review-sheet.ts';

/** One line of the review sheet, in words. */
export interface ReviewRow {
  id: string;
  number: string;
  title: string;
  verdict: Verdict;
  verdictText: string;
  measured: string;
  required: string;
  advice: string;
  basis: string;
  /** What the source's own figure says, where a correction decides; empty otherwise. */
  bySource: string;
  progress: Progress;
  progressText: string;
}

/** A conflict of the design with the place, such as night work beside dwellings. */
export interface ReviewConflict {
  id: string;
  title: string;
  text: string;
  levelText: string;
  advice: string;
  basis: string;
}

/** A paper that had not come. */
export interface ReviewPaper {
  id: string;
  label: string;
  role: string;
  evidence: string;
}

/** Conflicts that hold for certain. */
export function reviewConflicts(desk: Desk, { given }: ReviewSheet): ReviewConflict[] {
  const { conflicts, text } = desk.props;
  return entailed(conflicts, given)
    .filter(({ holding }) => holding === 'yes')
    .map(({ entry: { id, title, text: words, level, advice, sources } }) => ({
      id,
      title,
      text: words,
      levelText: level === 'stop' ? text.stop : text.person,
      advice,
      basis: sources.join(' · '),
    }));
}

export function reviewPapers(desk: Desk, { missing }: ReviewSheet): ReviewPaper[] {
  return desk.props.documents
    .flatMap((group) => group.items)
    .filter(({ id }) => missing.includes(id))
    .map(({ id, label, role, evidence }) => ({ id, label, role, evidence }));
}

/** Rules that were judged by the mall's own figures, each with the figure of the source: whatever came of it. */
export function ownFigureLines(desk: Desk, { judged }: ReviewSheet): string[] {
  const { text, rules } = desk.props;
  return judged.flatMap(({ rule, own }) =>
    [...own].flatMap((place) => {
      const [held, before] = [rule.limits[place], rules.find(({ id }) => id === rule.id)?.limits[place]];
      return held && before
        ? fill(text.ownFigureLine, {
            number: rule.number,
            limit: limitText(held, rule.fields, text),
            source: limitText(before, rule.fields, text),
          })
        : [];
    }),
  );
}

const IN_SHEET = new Set<Verdict>(['fail', 'person', 'not-given']);

/** What goes back to the tenant: everything that is not settled, then what was mended since the last review. */
export function reviewRows(desk: Desk, { judged, earlier }: ReviewSheet): ReviewRow[] {
  return judged
    .map((one) => rowOf(desk, one, reviewProgress(one.rule.id, one.judgement.verdict, earlier)))
    .filter(({ verdict, progress }) => IN_SHEET.has(verdict) || progress === 'mended')
    .sort((a, b) => Number(a.progress === 'mended') - Number(b.progress === 'mended'));
}

function rowOf(desk: Desk, { rule, judgement, own }: JudgedRuleView, progress: Progress): ReviewRow {
  const { text } = desk.props;
  const telling = judgement.findings.filter(({ outcome }) => outcome === 'broken' || outcome === 'person');
  const shown = telling.length > 0 ? telling : judgement.findings.filter(({ outcome }) => outcome === 'kept');
  const measured = [
    ...new Set(
      shown.map(({ limit, measured: value }) => {
        const field = rule.fields.find(({ id }) => id === limit.field);
        return `${field?.label ?? limit.field} ${valueText(field, value, text)}`;
      }),
    ),
  ].join(text.and);
  const sources = rule.correction && judgement.by === 'correction' ? rule.correction.sources : rule.sources;
  const required = shown.map(({ limit }) => limitText(limit, rule.fields, text)).join(text.and) || rule.text;
  return {
    id: rule.id,
    number: rule.number,
    title: rule.title,
    verdict: judgement.verdict,
    verdictText: text[judgement.verdict],
    measured:
      judgement.verdict === 'not-given' ? fill(text.missing, { fields: desk.labels(judgement.missing) }) : measured,
    required: own.size > 0 ? `${required} · ${text.overridden}` : required,
    advice: judgement.verdict === 'fail' || judgement.verdict === 'person' ? rule.advice : '',
    basis: sources.join(' · '),
    bySource: sourceText(judgement.source, rule.fields, text),
    progress,
    progressText: text[progress],
  };
}
