import { For, type JSX, Show } from 'solid-js';
import { readState } from '../../domain/learning/progress.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import type { Study } from './study-state.ts';

/** The steps in order, each read and understood at its version, or to be read again. */
export default function StudySteps(props: { study: Study }): JSX.Element {
  const { study } = props;
  const { text } = study.props;
  return (
    <ol class="study-steps">
      <For each={study.props.steps}>
        {(step) => {
          const state = () => readState(study.read(step.id), step.version);
          return (
            <li data-state={state()}>
              <span>
                {step.kind} · {step.title}
                <Show when={state() === 'again'}>
                  <small class="warn">
                    ! {fill(text.changed, { old: study.read(step.id)?.version ?? '', version: step.version })}
                  </small>
                </Show>
                <Show when={state() === 'read'}>
                  <small>
                    ✓{' '}
                    {fill(text.readOn, {
                      version: step.version,
                      day: formatDay(study.read(step.id)?.day ?? '', study.props.locale),
                    })}
                  </small>
                </Show>
              </span>
              <Show
                when={state() !== 'read'}
                fallback={
                  <button
                    class="button"
                    type="button"
                    aria-label={fill(text.labelOf, { what: text.takeBack, title: step.title })}
                    onClick={() => void study.mark(step.id, '')}
                  >
                    {text.takeBack}
                  </button>
                }
              >
                <button
                  class="button"
                  type="button"
                  disabled={!study.project.isReady()}
                  aria-label={fill(text.labelOf, { what: text.markRead, title: step.title })}
                  onClick={() => void study.mark(step.id, step.version)}
                >
                  {text.markRead}
                </button>
              </Show>
            </li>
          );
        }}
      </For>
    </ol>
  );
}
