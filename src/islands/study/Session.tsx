import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Day } from '../../domain/day.ts';
import type { Question } from '../../domain/learning/questions.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { href } from '../../i18n/paths.ts';
import type { StudyText } from '../../i18n/study-strings.ts';

/** A few questions one after another: the answer is told at once, with the place that gives it. */
export default function Session(props: {
  questions: readonly Question[];
  text: StudyText;
  locale: Locale;
  answer(question: Question, isRight: boolean): Day;
  onEnd(): void;
}): JSX.Element {
  const { text } = props;
  const [place, setPlace] = createSignal(0);
  const [chosen, setChosen] = createSignal<string>();
  const [again, setAgain] = createSignal('');
  const [right, setRight] = createSignal(0);
  const question = () => props.questions[place()];
  const choose = (option: string) => {
    const asked = question();
    if (!asked || chosen() !== undefined) return;
    const isRight = option === asked.right;
    setChosen(option);
    if (isRight) setRight((count) => count + 1);
    setAgain(props.answer(asked, isRight));
  };
  const next = () => {
    setChosen(undefined);
    setPlace((at) => at + 1);
  };
  return (
    <Show
      when={question()}
      fallback={
        <p role="status">
          {fill(text.result, { right: right(), all: props.questions.length })}{' '}
          <button class="button" type="button" onClick={() => props.onEnd()}>
            {text.finish}
          </button>
        </p>
      }
    >
      {(asked) => (
        <div class="verdict-card quiz">
          <p class="meta">{fill(text.of, { n: place() + 1, all: props.questions.length })}</p>
          <fieldset class="choice">
            <legend>
              <b>{fill(text[asked().kind], asked().about)}</b>
            </legend>
            <For each={asked().options}>
              {(option) => (
                <button
                  class="button"
                  type="button"
                  aria-pressed={chosen() === option}
                  disabled={chosen() !== undefined && chosen() !== option && option !== asked().right}
                  data-right={chosen() !== undefined && option === asked().right}
                  onClick={() => choose(option)}
                >
                  {option}
                </button>
              )}
            </For>
          </fieldset>
          <div role="status">
            <Show when={chosen() !== undefined}>
              <p class={chosen() === asked().right ? 'good' : 'bad'}>
                {chosen() === asked().right ? text.right : fill(text.wrong, { right: asked().right })}
              </p>
              <p>
                <b>{text.because}</b>
              </p>
              <ul class="reason">
                <For each={asked().reason}>{(line) => <li>{line}</li>}</For>
              </ul>
              <p>
                <a href={href(props.locale, asked().path)}>{text.reason}</a> ·{' '}
                {fill(text.again, { day: formatDay(again(), props.locale) })}
              </p>
            </Show>
          </div>
          <Show when={chosen() !== undefined}>
            <button class="button primary" type="button" onClick={next}>
              {place() + 1 < props.questions.length ? text.next : text.finish}
            </button>
          </Show>
        </div>
      )}
    </Show>
  );
}
