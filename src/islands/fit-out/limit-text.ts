import type { Judgement } from '../../domain/fit-out/rule-verdict.ts';
import type { FitOutText } from '../../i18n/fit-out-strings.ts';
import { fill, formatNumber } from '../../i18n/format.ts';
import type { Limit, RuleCondition } from '../../schema/rule.ts';
import type { FieldView } from './fit-out-props.ts';

/** A value as a reader sees it: the choice's name, yes or no, or the figure as given. */
export function valueText(field: FieldView | undefined, value: unknown, text: FitOutText): string {
  if (value === undefined || value === '') return text.empty;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  const option = field?.options?.find(({ id }) => id === value);
  if (option) return option.label;
  return field?.unit ? `${value} ${field.unit}` : String(value);
}

function conditionText({ field, in: wanted }: RuleCondition, fields: readonly FieldView[], text: FitOutText): string {
  const asked = fields.find(({ id }) => id === field);
  const values = wanted.map((value) => valueText(asked, value, text)).join(text.or);
  return fill(text.mustBe, { field: asked?.label ?? field, value: values });
}

/** A limit in words, `Clear width ≥ 2 m`, with the conditions under which it counts. */
export function limitText(limit: Limit, fields: readonly FieldView[], text: FitOutText): string {
  const field = fields.find(({ id }) => id === limit.field);
  const name = field?.label ?? limit.field;
  const unit = field?.unit ?? '';
  const says = (): string => {
    switch (limit.op) {
      case 'max':
        return fill(text.atMost, { field: name, value: formatNumber(limit.value), unit });
      case 'min':
        return fill(text.atLeast, { field: name, value: formatNumber(limit.value), unit });
      case 'exact':
        return fill(text.exactly, { field: name, value: formatNumber(limit.value), tolerance: limit.tolerance, unit });
      case 'person': {
        const range =
          limit.from === undefined && limit.below === undefined
            ? text.personAlways
            : fill(text.personRange, { from: limit.from ?? '', below: limit.below ?? '', unit });
        const value = limit.in ? limit.in.map((each) => valueText(field, each, text)).join(text.or) : range;
        return fill(text.personWhen, { field: name, value });
      }
      default: {
        const values = (typeof limit.value === 'boolean' ? [limit.value] : limit.value).map((each) =>
          valueText(field, each, text),
        );
        return fill(limit.op === 'is' ? text.mustBe : text.mustNotBe, { field: name, value: values.join(text.or) });
      }
    }
  };
  const conditions = limit.when.map((condition) => conditionText(condition, fields, text));
  return `${says().trim()}${conditions.length > 0 ? fill(text.given, { condition: conditions.join(text.and) }) : ''}`;
}

/** What the source's own figures say where a correction decides, with those figures: both stand on every output. */
export function sourceText(source: Judgement['source'], fields: readonly FieldView[], text: FitOutText): string {
  if (!source) return '';
  const counted = source.findings.filter(({ outcome }) => outcome !== 'off');
  const limit = counted.map((finding) => limitText(finding.limit, fields, text)).join(text.and);
  return fill(limit === '' ? text.bySource : text.bySourceLimit, { verdict: text[source.verdict], limit });
}
