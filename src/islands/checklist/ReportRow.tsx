import { For, type JSX } from 'solid-js';
import type { Answer } from '../../domain/checklist/answer.ts';
import { STEPS } from '../../domain/checklist/correction.ts';
import type { ChecklistText } from '../../i18n/checklist-strings.ts';
import { fill } from '../../i18n/format.ts';
import { localTime } from '../today.ts';

/** One item of a filled report, with everything that was recorded of it. */
export default function ReportRow(props: {
  text: ChecklistText;
  number: string;
  label: string;
  roleName: string;
  answer: Answer;
  photos: number;
}): JSX.Element {
  return (
    <tr>
      <td>{props.number}</td>
      <td>
        {props.label}
        <For each={answerLines(props.text, props.answer, props.photos)}>{(line) => <small>{line}</small>}</For>
      </td>
      <td>{props.text[props.answer.status]}</td>
      <td>
        {props.answer.who || props.roleName}
        <small class="nums">{localTime(props.answer.at)}</small>
      </td>
    </tr>
  );
}

/** What was recorded of an item, line by line. */
export function answerLines(text: ChecklistText, answer: Answer, photos: number): readonly string[] {
  const { note, reason, owner, due, severity, status, measured, correction } = answer;
  const steps = STEPS.flatMap((name) => {
    const step = correction[name];
    return step ? [`${text[name]} ${step.on} ${step.who}${text.colon}${step.how}`] : [];
  });
  return [
    measured ? `${text.measured} ${measured.value} ${measured.unit}` : '',
    note,
    status === 'not-applicable' ? reason : '',
    status === 'problem'
      ? [severity ? fill(text.severityLevel, { level: severity }) : '', owner, due].filter(Boolean).join(' · ')
      : '',
    ...(status === 'problem' ? steps : []),
    photos > 0 ? fill(text.photoCount, { count: photos }) : '',
  ].filter(Boolean);
}
