import { For, type JSX } from 'solid-js';
import { fill, formatDay } from '../../i18n/format.ts';
import Signatures from './Signatures.tsx';
import type { Study } from './study-state.ts';

/** What one person has read and knows, on paper. */
export default function RecordReport(props: { study: Study }): JSX.Element {
  const { study } = props;
  const { text } = study.props;
  return (
    <section class="report" data-pagefind-ignore>
      <table>
        <thead>
          <tr class="report-head">
            <th colspan={5}>
              <b>
                {text.recordTitle} · {study.props.title}
              </b>
              <small>
                {text.learner} {study.project.who()} · {study.project.current()?.name ?? ''} ·{' '}
                {fill(text.printed, { day: formatDay(study.day() ?? '', study.props.locale) })}
              </small>
            </th>
          </tr>
          <tr>
            <th>{text.colStep}</th>
            <th>{text.colVersion}</th>
            <th>{text.colRead}</th>
            <th>{text.colKnown}</th>
            <th>{text.colSign}</th>
          </tr>
        </thead>
        <tbody>
          <For each={study.props.steps}>
            {(step, place) => {
              const own = study.props.questions.filter((question) => question.step === step.id);
              return (
                <tr>
                  <td>
                    {place() + 1}. {step.kind} · {step.title}
                  </td>
                  <td>{step.version}</td>
                  <td>{study.isRead(step) ? study.read(step.id)?.day : ''}</td>
                  <td>{own.length === 0 ? '' : `${study.known(own)} / ${own.length}`}</td>
                  <td />
                </tr>
              );
            }}
          </For>
        </tbody>
      </table>
      <p>
        <small>{text.unverified}</small>
      </p>
      <Signatures labels={[text.learner, text.trainer]} text={text} />
    </section>
  );
}
