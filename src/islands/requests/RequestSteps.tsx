import { For, type JSX, Show } from 'solid-js';
import { REQUEST_STEPS } from '../../domain/directory/request.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import DayField from '../shared/DayField.tsx';
import type { LoggedRequest, RequestLog } from './request-log.ts';

/** The five steps, each with its post, done on a day by whoever is named here. */
export default function RequestSteps(props: { log: RequestLog; entry: LoggedRequest }): JSX.Element {
  const { log } = props;
  const { text, locale, steps: names } = log.props;
  const path = () => props.entry.path;
  return (
    <ol class="request-steps">
      <For each={REQUEST_STEPS}>
        {(step) => {
          const done = () => props.entry.request.done[step];
          return (
            <li data-done={done() !== undefined}>
              <b>{names[step]}</b> <small>{log.serviceOf(path())?.roles[step]}</small>
              <Show
                when={done()}
                fallback={
                  <button
                    class={props.entry.view.next === step ? 'button primary' : 'button'}
                    type="button"
                    onClick={() =>
                      void log.project.write(path(), `step.${step}`, {
                        day: log.day() ?? '',
                        who: log.project.who(),
                      })
                    }
                  >
                    {fill(text.doStep, { step: names[step] })}
                  </button>
                }
              >
                {(found) => (
                  <>
                    <span class="nums">
                      ✓ {fill(text.doneOn, { day: formatDay(found().day, locale), who: found().who })}
                    </span>
                    <button
                      class="button"
                      type="button"
                      aria-label={`${text.undoStep} ${names[step]}`}
                      onClick={() => void log.project.write(path(), `step.${step}`, null)}
                    >
                      {text.undoStep}
                    </button>
                    <details class="details">
                      <summary>{fill(text.stepDay, { step: names[step] })}</summary>
                      <DayField
                        label={fill(text.stepDay, { step: names[step] })}
                        hint={text.stepDayHint}
                        wrong={text.stepDayWrong}
                        required
                        allows={(on) => on >= props.entry.request.received && on <= (log.day() ?? on)}
                        value={found().day}
                        store={(on) => log.project.write(path(), `step.${step}`, { day: on, who: found().who })}
                      />
                    </details>
                  </>
                )}
              </Show>
            </li>
          );
        }}
      </For>
    </ol>
  );
}
