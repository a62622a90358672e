import { REQUEST_STEPS } from '../../domain/directory/request.ts';
import type { Sheet } from '../../interchange/table.ts';
import type { RequestLog } from './request-log.ts';

/** The whole log as one table. */
export function requestBook({ props, all, stored, serviceOf }: RequestLog): Sheet[] {
  const { text, steps } = props;
  return [
    {
      name: text.title,
      headerRows: 1,
      filter: true,
      landscape: true,
      rows: [
        [
          text.service,
          text.subject,
          text.applicant,
          text.received,
          text.limit,
          text.exampleDue,
          text.state,
          ...REQUEST_STEPS.map((step) => steps[step]),
          text.note,
        ],
        ...all().map(({ path, request, view }) => [
          serviceOf(path)?.name ?? '',
          stored(path, 'subject'),
          stored(path, 'applicant'),
          { day: request.received },
          request.limit ?? '',
          view.due ? { day: view.due } : '',
          text[view.state],
          ...REQUEST_STEPS.map((step) => {
            const done = request.done[step];
            return done ? `${done.day} ${done.who}`.trim() : '';
          }),
          stored(path, 'note'),
        ]),
      ],
    },
  ];
}
