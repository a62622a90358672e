import { type Progress, reviewProgress } from '../../domain/fit-out/review.ts';
import type { Verdict } from '../../domain/fit-out/rule-verdict.ts';
import { fill } from '../../i18n/format.ts';
import type { Desk } from './desk-state.ts';
import type { JudgedRuleView } from './judge-all.ts';
import { limitText, valueText } from './limit-text.ts';
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
    bySource: judgement.source ? fill(text.bySource, { verdict: text[judgement.source.verdict] }) : '',
    progress,
    progressText: text[progress],
  };
}
