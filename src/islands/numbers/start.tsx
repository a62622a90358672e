import { createMemo, For, type JSX } from 'solid-js';
import { render } from 'solid-js/web';
import { telephone } from '../../domain/telephone.ts';
import { EMERGENCY } from '../../i18n/emergency-strings.ts';
import type { Locale } from '../../i18n/locale.ts';
import { pick } from '../../i18n/pick.ts';
import { projectWords } from '../../i18n/project-words.ts';
import { createProject } from '../../state/create-project.ts';
import { numberPath } from '../../state/mirror.ts';
import checklistCss from '../../styles/checklist.css?inline';
import deskCss from '../../styles/desk.css?inline';
import { addStyles } from '../shared/late-style.ts';
import ProjectLine from '../shared/ProjectLine.tsx';
import SavedText from '../shared/SavedText.tsx';

interface NumbersData {
  locale: Locale;
  rows: readonly { id: string; label: string; for: string }[];
}

/** The form for the project's own numbers. What is entered is on every card at its next opening. */
function Numbers(props: NumbersData): JSX.Element {
  const text = pick(EMERGENCY, props.locale);
  const words = projectWords(props.locale);
  const project = createProject({ nameOfFirst: words.firstProject });
  const stored = (id: string, field: string) => String(project.value(numberPath(id), field) ?? '');
  const ready = createMemo(() => project.isReady());
  return (
    <div class="tool">
      <ProjectLine project={project} text={words} undo />
      <p class="quiet">{text.numbersShown}</p>
      <For each={props.rows}>
        {(row) => (
          <fieldset class="number-row" disabled={!ready()}>
            <legend>
              <b>{row.label}</b> <small>{row.for}</small>
            </legend>
            <div class="fields">
              <SavedText
                label={text.number}
                type="tel"
                inputmode="tel"
                maxlength={60}
                value={stored(row.id, 'number')}
                problem={
                  stored(row.id, 'number') !== '' && telephone(stored(row.id, 'number')) === ''
                    ? text.numberWrong
                    : undefined
                }
                store={(typed) =>
                  project.write(numberPath(row.id), 'number', typed.trim() === '' ? null : typed.trim())
                }
              />
              <SavedText
                label={text.post}
                maxlength={60}
                value={stored(row.id, 'post')}
                store={(typed) => project.write(numberPath(row.id), 'post', typed.trim() === '' ? null : typed.trim())}
              />
            </div>
          </fieldset>
        )}
      </For>
    </div>
  );
}

/** Puts the form in the place of its button. */
export function startNumbers(place: HTMLElement, data: NumbersData): void {
  addStyles([checklistCss, deskCss]);
  place.textContent = '';
  render(() => <Numbers {...data} />, place);
}
