import { createMemo, createSignal, createUniqueId, For, type JSX, onMount } from 'solid-js';
import { fill } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import { localSecond } from '../today.ts';
import type { Run } from './run-state.ts';

/** What was typed and not noted yet outlives a reload; the key holds for the one run that this device is in. */
const DRAFT = 'zg.note';

function readDraft(): string {
  try {
    return sessionStorage.getItem(DRAFT) ?? '';
  } catch {
    return '';
  }
}

function keepDraft(text: string): void {
  try {
    sessionStorage.setItem(DRAFT, text);
  } catch {
    // Storage is refused: the words are on screen, and gone with it.
  }
}

/** Something that can be entered late, and the entry that says it. */
interface Happened {
  id: string;
  label: string;
  entry: Parameters<Run['add']>[0];
}

/** A note of now, and an entry for what happened earlier, a step, a decision, a report or anything else: it keeps both times. */
export default function Notes(props: { run: Run; text: RunText }): JSX.Element {
  const { run, text } = props;
  const id = createUniqueId();
  const [problem, setProblem] = createSignal('');
  let note!: HTMLTextAreaElement;
  let time!: HTMLInputElement;
  let about!: HTMLSelectElement;
  onMount(() => {
    if (note.value === '') note.value = readDraft();
  });
  const done = () => {
    note.value = '';
    keepDraft('');
    setProblem('');
  };
  const saidNothing = () => {
    setProblem(text.noteEmpty);
    note.focus();
  };
  const addNow = () => {
    const said = note.value.trim();
    if (said === '') return saidNothing();
    run.add({ kind: 'note', text: said });
    done();
  };
  const addLate = () => {
    const at = new Date(time.value);
    if (time.value === '' || Number.isNaN(at.getTime()) || at.getTime() > Date.now()) {
      setProblem(text.eventWrong);
      time.focus();
      return;
    }
    const event = at.toISOString();
    const said = note.value.trim();
    if (about.value === '' && said === '') return saidNothing();
    const late = happened().find(({ id: of }) => of === about.value);
    if (late) run.add({ ...late.entry, event });
    if (said !== '') run.add({ kind: 'note', text: said, event });
    about.value = '';
    done();
  };
  /** What may have happened without being noted: steps and decisions, each with its way, then reports. */
  const happened = createMemo((): readonly Happened[] => [
    ...run.card.steps
      .filter((_, place) => run.steps()[place]?.entry === undefined)
      .flatMap(({ id: about, text: step, decision }): Happened[] =>
        decision
          ? (['yes', 'no'] as const).map((way) => {
              const said = fill(text.way, { way: text[way], text: decision[way].text });
              const label = `${step} ${fill(text.decision, { question: decision.question, way: said })}`;
              return { id: `${about}.${way}`, label, entry: { kind: 'decision', about, way } };
            })
          : [{ id: about, label: step, entry: { kind: 'step', about } }],
      ),
    ...run.card.report
      .filter((_, place) => run.reports()[place]?.done === undefined)
      .map(({ id: about, whom }): Happened => {
        return { id: `report.${about}`, label: fill(text.reportOf, { whom }), entry: { kind: 'report', about } };
      }),
  ]);
  return (
    <div class="run-note">
      <label class="lab" for={`${id}-note`}>
        {text.note}
      </label>
      <textarea
        ref={note}
        id={`${id}-note`}
        class="field"
        rows={2}
        maxlength={2000}
        placeholder={text.noteWhat}
        autocomplete="off"
        onInput={() => keepDraft(note.value)}
      />
      <p class="buttons">
        <button class="button primary" type="button" onClick={addNow}>
          {text.noteNow}
        </button>
      </p>
      <details
        onToggle={(event) => {
          if (event.currentTarget.open && time.value === '')
            time.value = localSecond(new Date().toISOString()).replace(' ', 'T');
        }}
      >
        <summary>{text.lateEntry}</summary>
        <p class="hint">{text.lateWhat}</p>
        <label class="lab" for={`${id}-time`}>
          {text.eventTime}
        </label>
        <input ref={time} id={`${id}-time`} class="field" type="datetime-local" step="1" autocomplete="off" />
        <label class="lab" for={`${id}-about`}>
          {text.lateStep}
        </label>
        <select ref={about} id={`${id}-about`} class="field" autocomplete="off">
          <option value="">{text.lateNoStep}</option>
          <For each={happened()}>{(each) => <option value={each.id}>{each.label}</option>}</For>
        </select>
        <p class="buttons">
          <button class="button" type="button" onClick={addLate}>
            {text.addLate}
          </button>
        </p>
      </details>
      <p class="problem-text" role="status">
        {problem() === '' ? '' : `! ${problem()}`}
      </p>
    </div>
  );
}
