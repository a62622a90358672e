import { createSignal, createUniqueId, For, type JSX, Show, untrack } from 'solid-js';
import type { Answer } from '../../domain/checklist/answer.ts';
import {
  type CorrectionField,
  nextSteps,
  reopenChanges,
  STEPS,
  stepChanges,
} from '../../domain/checklist/correction.ts';
import { readDay } from '../../domain/day.ts';
import { fill } from '../../i18n/format.ts';
import { createUnsent } from '../shared/waiting.ts';
import { useChecklist } from './checklist-context.ts';
import type { RowView } from './run-view.ts';

/** Fixed, re-checked, closed, or reopened: who, when and how, one step after the other. */
export default function CorrectionSteps(props: { item: RowView; answer: Answer }): JSX.Element {
  const context = useChecklist();
  const { props: list, project } = context;
  const [stating, setStating] = createSignal<CorrectionField>();
  const [fault, setFault] = createSignal<'how' | 'on'>();
  const id = createUniqueId();
  const fields = {} as { how: HTMLTextAreaElement; who: HTMLInputElement; on: HTMLInputElement };
  const correction = () => props.answer.correction;
  const lookUnsent = createUnsent(() => stating() !== undefined && fields.how.value.trim() !== '');
  const begin = (step: CorrectionField | undefined) => {
    setFault(undefined);
    setStating(step);
    lookUnsent();
    if (step !== undefined) queueMicrotask(() => fields.how?.focus());
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const step = stating();
    const [how, who, on] = [fields.how.value.trim(), fields.who.value.trim(), readDay(fields.on.value)];
    const wrong = how === '' ? 'how' : on === undefined ? 'on' : undefined;
    setFault(wrong);
    if (wrong) return fields[wrong].focus();
    if (step === undefined || on === undefined || !nextSteps(correction()).includes(step)) return;
    const changes =
      step === 'reopened'
        ? reopenChanges(props.item.path, correction(), { on, who, why: how })
        : stepChanges(props.item.path, correction(), step, { on, who, how });
    begin(undefined);
    void context.write(changes);
  };
  return (
    <div class="steps">
      <Show when={correction().reopened}>
        {(reopened) => (
          <p class="meta">
            <b>
              {list.text.reopened} · {fill(list.text.round, { round: reopened().round + 1 })}
            </b>{' '}
            {reopened().on} {reopened().who || list.text.unnamed}
            {list.text.colon}
            {reopened().why}
          </p>
        )}
      </Show>
      <ol class="stated">
        <For each={STEPS.filter((name) => correction()[name])}>
          {(name) => (
            <li>
              <b>✓ {list.text[name]}</b> <span class="nums">{correction()[name]?.on}</span>{' '}
              {correction()[name]?.who || list.text.unnamed}
              {list.text.colon}
              {correction()[name]?.how}
            </li>
          )}
        </For>
      </ol>
      <Show when={correction().state === 'closed'}>
        <p class="verdict" data-verdict="within" role="status">
          {list.text.stepClosed}
        </p>
      </Show>
      <Show
        when={stating()}
        fallback={
          <div class="acts">
            <For each={nextSteps(correction())}>
              {(step) => (
                <button class="button" type="button" onClick={() => begin(step)}>
                  {list.text[`do-${step}`]}
                </button>
              )}
            </For>
          </div>
        }
      >
        {(step) => (
          <form class="step-form" aria-label={list.text[`do-${step()}`]} onInput={lookUnsent} onSubmit={submit}>
            <label>
              <span class="lab">{list.text[`how-${step()}`]}</span>
              <textarea
                class="field"
                rows={2}
                autocomplete="off"
                ref={(element) => (fields.how = element)}
                aria-invalid={fault() === 'how'}
                aria-describedby={fault() ? `${id}-fault` : undefined}
              />
            </label>
            <div class="two">
              <label>
                <span class="lab">{list.text.stepWho}</span>
                <input
                  class="field"
                  type="text"
                  autocomplete="off"
                  maxlength={60}
                  list={`${id}-people`}
                  value={project.who()}
                  ref={(element) => (fields.who = element)}
                />
                <datalist id={`${id}-people`}>
                  <For each={context.people()}>{(name) => <option value={name} />}</For>
                </datalist>
              </label>
              <label>
                <span class="lab">{list.text.stepOn}</span>
                <input
                  class="field"
                  type="text"
                  autocomplete="off"
                  inputmode="numeric"
                  value={untrack(() => context.today)}
                  ref={(element) => (fields.on = element)}
                  aria-invalid={fault() === 'on'}
                  aria-describedby={fault() ? `${id}-fault` : undefined}
                />
              </label>
            </div>
            <Show when={fault()}>
              <p class="problem-text" id={`${id}-fault`} role="alert">
                ! {fault() === 'how' ? list.text.stepMissing : list.text.dueWrong}
              </p>
            </Show>
            <div class="acts">
              <button class="button primary" type="submit">
                {list.text[`do-${step()}`]}
              </button>
              <button class="button" type="button" onClick={() => begin(undefined)}>
                {list.text.cancel}
              </button>
            </div>
          </form>
        )}
      </Show>
    </div>
  );
}
