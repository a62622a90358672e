import { For, type JSX } from 'solid-js';
import { REQUEST_STEPS } from '../../domain/directory/request.ts';
import { formatDay } from '../../i18n/format.ts';
import type { RequestLog } from './request-log.ts';

/** The log on paper. */
export default function RequestReport(props: { log: RequestLog }): JSX.Element {
  const { log } = props;
  const { text, locale, steps } = log.props;
  return (
    <section class="report" data-pagefind-ignore>
      <table>
        <thead>
          <tr class="report-head">
            <th colspan={5}>
              <b>{text.title}</b>
              <small>
                {log.project.current()?.name ?? ''} {log.day() ? formatDay(log.day() ?? '', locale) : ''}
              </small>
            </th>
          </tr>
          <tr>
            <th>{text.service}</th>
            <th>{text.subject}</th>
            <th>{text.received}</th>
            <th>{text.exampleDue}</th>
            <th>{text.state}</th>
          </tr>
        </thead>
        <tbody>
          <For each={log.all()}>
            {({ path, request, view }) => (
              <tr>
                <td>{log.serviceOf(path)?.name}</td>
                <td>
                  {log.stored(path, 'subject')}
                  <small>{log.stored(path, 'applicant')}</small>
                </td>
                <td>{formatDay(request.received, locale)}</td>
                <td>{view.due ? formatDay(view.due, locale) : text.noDue}</td>
                <td>
                  {text[view.state]}
                  <small>
                    {REQUEST_STEPS.filter((step) => request.done[step])
                      .map((step) => `${steps[step]} ${formatDay(request.done[step]?.day ?? '', locale)}`)
                      .join(' · ')}
                  </small>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}
